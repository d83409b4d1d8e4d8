package io.banwatch.service;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** How Flink finds {@link MetricsReporter}; named in {@code META-INF/services}. */
public final class MetricsReporterFactory implements MetricReporterFactory {
  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return new MetricsReporter();
  }
}
