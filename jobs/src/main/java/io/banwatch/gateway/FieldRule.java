package io.banwatch.gateway;

import io.banwatch.policy.Glob;
import java.util.List;
import java.util.Map;

/**
 * How one field is found in a record.
 *
 * @param pointers JSON pointers; the first with a value counts
 * @param constant the value when no pointer gives one, or null
 * @param matches patterns in order, with what they mean; for a condition the meanings are empty
 * @param keepOthers whether a value that fits no pattern stays as it is
 * @param unit what a time or a duration is counted in
 * @param isEnd whether a time is the request's end
 * @param includesCache whether input tokens include those of the cache
 * @param success statuses that are a success: ranges such as {@code 200-399}, or words
 */
record FieldRule(
    List<String> pointers,
    String constant,
    Map<String, String> matches,
    boolean keepOthers,
    MappedUnit unit,
    boolean isEnd,
    boolean includesCache,
    List<String> success) {

  /** What the value means by the patterns; null when none fits and others are not kept. */
  String meaning(String value) {
    if (matches.isEmpty()) {
      return value;
    }
    for (Map.Entry<String, String> match : matches.entrySet()) {
      if (Glob.matches(match.getKey(), value)) {
        return match.getValue();
      }
    }
    return keepOthers ? value : null;
  }

  /** Whether the status is a success. */
  boolean isSuccess(String status) {
    int code = HttpStatus.of(status);
    for (String range : success) {
      if (range.equalsIgnoreCase(status)) {
        return true;
      }
      int dash = range.indexOf('-');
      int from = HttpStatus.of(dash < 0 ? range : range.substring(0, dash));
      int to = HttpStatus.of(dash < 0 ? range : range.substring(dash + 1));
      if (code > 0 && from > 0 && code >= from && code <= to) {
        return true;
      }
    }
    return false;
  }
}
