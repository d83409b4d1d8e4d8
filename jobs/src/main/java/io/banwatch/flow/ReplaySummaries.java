package io.banwatch.flow;

import io.banwatch.place.PlaceLookup;
import io.banwatch.place.PlaceLookups;
import io.banwatch.policy.Policy;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;

/** Makes a summary from what the job counted. */
final class ReplaySummaries {
  private ReplaySummaries() {}

  static ReplaySummary of(
      JobExecutionResult result,
      Policy policy,
      String geo,
      AlertTally tally,
      long bytes,
      double seconds) {
    Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      put(rejected, reason, count(result, Counts.REJECTED + reason.word()));
    }
    Map<Skip, Long> skipped = new EnumMap<>(Skip.class);
    for (Skip skip : Skip.values()) {
      put(skipped, skip, count(result, Counts.SKIPPED + skip.word()));
    }
    Map<DroppedField, Long> dropped = new EnumMap<>(DroppedField.class);
    for (DroppedField field : DroppedField.values()) {
      put(dropped, field, count(result, Counts.DROPPED + field.word()));
    }
    long accepted = count(result, Counts.REQUESTS) - skipped.getOrDefault(Skip.REPEAT, 0L);
    PlaceLookup places = PlaceLookups.open(geo, policy.networks());
    long measured = count(result, Counts.STATE_KEYS);
    return new ReplaySummary(
        policy.hash(),
        accepted,
        rejected,
        skipped,
        dropped,
        count(result, Counts.LATE),
        bytes,
        seconds,
        count(result, Counts.KEYS),
        count(result, Counts.ACCOUNTS),
        accepted == 0 ? null : Instant.ofEpochMilli(count(result, Counts.FIRST_EVENT)),
        accepted == 0 ? null : Instant.ofEpochMilli(count(result, Counts.LAST_EVENT)),
        tally.bySeverity(),
        tally.bySignal(),
        places.source(),
        places.builtAt(),
        measured == 0 ? null : count(result, Counts.STATE_BYTES) / measured,
        LogHints.of(
            rejected,
            skipped.values().stream().mapToLong(Long::longValue).sum(),
            accepted,
            count(result, Counts.UNKNOWN_ACCOUNT)));
  }

  private static <K extends Enum<K>> void put(Map<K, Long> counts, K key, long count) {
    if (count > 0) {
      counts.put(key, count);
    }
  }

  private static long count(JobExecutionResult result, String name) {
    Long count = result.getAccumulatorResult(name);
    return count == null ? 0 : count;
  }
}
