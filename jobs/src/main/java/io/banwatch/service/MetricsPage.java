package io.banwatch.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;

/** What a service measures, as Prometheus reads it (text format 0.0.4). */
final class MetricsPage {
  private MetricsPage() {}

  /**
   * The page.
   *
   * @param metrics Flink's metrics under their names; counters and gauges with numbers are shown
   * @param counters others, by their names without {@code _total}
   * @param gauges others, by their names
   */
  static String of(
      Map<Metric, MetricName> metrics, Map<String, Long> counters, Map<String, Double> gauges) {
    Map<String, List<Map.Entry<Metric, MetricName>>> families = new TreeMap<>();
    metrics
        .entrySet()
        .forEach(
            each ->
                families
                    .computeIfAbsent(each.getValue().name(), name -> new ArrayList<>())
                    .add(each));
    List<MetricSnapshot> snapshots = new ArrayList<>();
    families.forEach((name, members) -> add(name, members, snapshots));
    counters.forEach(
        (name, count) -> snapshots.add(counter(name, Map.of(Labels.EMPTY, count.doubleValue()))));
    gauges.forEach((name, value) -> snapshots.add(gauge(name, Map.of(Labels.EMPTY, value))));
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(page, new MetricSnapshots(snapshots));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return page.toString(UTF_8);
  }

  private static void add(
      String name, List<Map.Entry<Metric, MetricName>> members, List<MetricSnapshot> snapshots) {
    Map<Labels, Double> counts = new TreeMap<>();
    Map<Labels, Double> values = new TreeMap<>();
    for (Map.Entry<Metric, MetricName> member : members) {
      Labels labels = labels(member.getValue().labels());
      if (member.getKey() instanceof Counter counter) {
        counts.merge(labels, (double) counter.getCount(), Double::sum);
      } else if (member.getKey() instanceof Gauge<?> gauge
          && gauge.getValue() instanceof Number number) {
        values.put(labels, number.doubleValue());
      }
    }
    if (!counts.isEmpty()) {
      snapshots.add(counter(name, counts));
    } else if (!values.isEmpty()) {
      snapshots.add(gauge(name, values));
    }
  }

  private static MetricSnapshot counter(String name, Map<Labels, Double> counts) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name);
    counts.forEach(
        (labels, count) ->
            counter.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(count).build()));
    return counter.build();
  }

  private static MetricSnapshot gauge(String name, Map<Labels, Double> values) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name);
    values.forEach(
        (labels, value) ->
            gauge.dataPoint(GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
    return gauge.build();
  }

  private static Labels labels(Map<String, String> labels) {
    return Labels.of(
        labels.keySet().toArray(String[]::new), labels.values().toArray(String[]::new));
  }
}
