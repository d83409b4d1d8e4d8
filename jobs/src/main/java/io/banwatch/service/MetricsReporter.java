package io.banwatch.service;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;

/**
 * Collects what Flink measures of a service in this JVM, for {@link MetricsPage}. Flink's own
 * Prometheus reporter opens a port of its own on every address of the machine, which a service that
 * listens on one address must not do.
 */
final class MetricsReporter implements MetricReporter {
  private static final Map<String, MetricsReporter> BY_TOKEN = new ConcurrentHashMap<>();
  private static final String NAME = "banwatch";
  private static final String TOKEN = "token";

  /** What Flink adds to every metric; of no use where one job has one subtask. */
  private static final Set<String> FLINKS_LABELS =
      Set.of(
          "<host>",
          "<tm_id>",
          "<job_id>",
          "<job_name>",
          "<task_id>",
          "<task_name>",
          "<task_attempt_id>",
          "<task_attempt_num>",
          "<subtask_index>",
          "<operator_id>",
          "<operator_name>");

  private final Map<Metric, MetricName> metrics = new ConcurrentHashMap<>();
  private String token;

  /** The options that make Flink load this reporter, to be found again by a token. */
  static void addTo(Configuration options, String token) {
    String prefix = "metrics.reporter." + NAME + ".";
    options.setString("metrics.reporters", NAME);
    options.setString(prefix + "factory.class", MetricsReporterFactory.class.getName());
    options.setString(prefix + TOKEN, token);
  }

  /** What the reporter of this token holds now; nothing before the cluster has started. */
  static Map<Metric, MetricName> metrics(String token) {
    MetricsReporter reporter = BY_TOKEN.get(token);
    return reporter == null ? Map.of() : reporter.metrics;
  }

  @Override
  public void open(MetricConfig config) {
    token = config.getString(TOKEN, "");
    BY_TOKEN.put(token, this);
  }

  @Override
  public void close() {
    BY_TOKEN.remove(token, this);
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    MetricName known = MetricName.of(name, group.getAllVariables(), FLINKS_LABELS);
    if (known != null) {
      metrics.put(metric, known);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    metrics.remove(metric);
  }
}
