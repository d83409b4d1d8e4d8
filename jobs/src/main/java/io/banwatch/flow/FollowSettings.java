package io.banwatch.flow;

import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import java.nio.file.Path;
import java.util.List;

/**
 * What a detect job follows, and where it writes.
 *
 * @param logs files, directories or globs that grow
 * @param history logs to learn from before it tells; empty for none
 * @param out the directory of {@code alerts.jsonl} and the other files; exists
 * @param policy what is judged, and by what
 * @param geo a City database or a directory of databases, or null for the bundled ones
 * @param format a format's name or the path of a mapping, or null to recognise each record
 * @param readers decoding threads, at least 1
 * @param metricLog whether the metric log is written
 */
public record FollowSettings(
    List<String> logs,
    List<String> history,
    Path out,
    Policy policy,
    Path geo,
    String format,
    int readers,
    boolean metricLog) {
  /**
   * With a policy that stands in no file.
   *
   * @param policyText the policy as YAML; names no file of receivers
   */
  public FollowSettings(
      List<String> logs,
      List<String> history,
      Path out,
      String policyText,
      Path geo,
      String format,
      int readers,
      boolean metricLog) {
    this(logs, history, out, PolicyReader.fromText(policyText), geo, format, readers, metricLog);
  }

  /** The same, of a job that writes no metric log. */
  public FollowSettings(
      List<String> logs,
      List<String> history,
      Path out,
      String policyText,
      Path geo,
      String format,
      int readers) {
    this(logs, history, out, policyText, geo, format, readers, false);
  }
}
