package io.banwatch.flow;

import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import java.nio.file.Path;
import java.util.List;

/**
 * What a replay works on. Whoever makes it has checked every part: the logs can be read, the policy
 * is valid, the directory can be written.
 *
 * @param logs files, directories and gzipped files as given; {@code -} is standard input
 * @param out an existing directory; the replay replaces its own files in it
 * @param policy what is judged, and by what
 * @param geo a geo database, or a directory of them; null for the bundled one
 * @param format a gateway format's name or the path of a mapping file; null to recognise it by each
 *     record
 * @param readers how many reading threads, at least 1
 * @param metricLog whether the metric log is written
 */
public record ReplaySettings(
    List<String> logs,
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
  public ReplaySettings(
      List<String> logs,
      Path out,
      String policyText,
      Path geo,
      String format,
      int readers,
      boolean metricLog) {
    this(logs, out, PolicyReader.fromText(policyText), geo, format, readers, metricLog);
  }

  /** The same, of a replay that writes no metric log. */
  public ReplaySettings(
      List<String> logs, Path out, String policyText, Path geo, String format, int readers) {
    this(logs, out, policyText, geo, format, readers, false);
  }
}
