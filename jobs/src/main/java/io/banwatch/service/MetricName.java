package io.banwatch.service;

import io.prometheus.metrics.model.snapshots.PrometheusNaming;
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

  /** Own families whose members differ in a label; its value ends the member's name. */
  private static final Map<String, String> LABELLED =
      Map.of(
          "banwatch_rejected_", "reason",
          "banwatch_skipped_", "reason",
          "banwatch_dropped_", "field",
          "banwatch_alerts_", "severity",
          "banwatch_log_gaps_", "reader",
          "banwatch_log_unread_bytes_", "reader");

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
    for (Map.Entry<String, String> family : LABELLED.entrySet()) {
      if (name.startsWith(family.getKey())) {
        labels.put(family.getValue(), name.substring(family.getKey().length()).replace('_', '-'));
        return new MetricName(family.getKey().substring(0, family.getKey().length() - 1), labels);
      }
    }
    return new MetricName(PrometheusNaming.sanitizeMetricName(name), labels);
  }
}
