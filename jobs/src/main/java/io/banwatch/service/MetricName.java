package io.banwatch.service;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a metric of Flink is called on the metrics page: Banwatch's own keep their names, which
 * begin with {@code banwatch_}; of Flink's, those that tell how the job does get the prefix {@code
 * flink_}.
 *
 * @param name the family, without {@code _total}
 * @param labels in their order
 */
record MetricName(String name, Map<String, String> labels) {
  private static final String OWN = "banwatch_";
  private static final String TOTAL = "_total";

  private static final Map<String, String> FLINKS =
      Map.of(
          "numRestarts", "flink_job_restarts",
          "lastCheckpointDuration", "flink_checkpoint_duration_milliseconds",
          "lastCheckpointSize", "flink_checkpoint_size_bytes",
          "numberOfCompletedCheckpoints", "flink_checkpoints_completed",
          "numberOfFailedCheckpoints", "flink_checkpoints_failed",
          "uptime", "flink_job_uptime_milliseconds");

  /**
   * The name, or null when the metric is not shown.
   *
   * @param variables Flink's, each in angle brackets
   * @param ignored those that do not become labels
   */
  static MetricName of(String metric, Map<String, String> variables, Set<String> ignored) {
    String name = metric.startsWith(OWN) ? metric : FLINKS.get(metric);
    if (name == null) {
      return null;
    }
    Map<String, String> labels = new TreeMap<>();
    variables.forEach(
        (key, value) -> {
          if (!ignored.contains(key)) {
            labels.put(key.substring(1, key.length() - 1), value);
          }
        });
    return new MetricName(
        name.endsWith(TOTAL) ? name.substring(0, name.length() - TOTAL.length()) : name, labels);
  }
}
