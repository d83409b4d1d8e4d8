package io.banwatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
  private static final Set<String> IGNORED = Set.of("<host>");

  @Test
  void countersAndGaugesComeOutAsPrometheusReadsThem() {
    Map<Metric, MetricName> metrics = new LinkedHashMap<>();
    metrics.put(counted(3), named("banwatch_rejected_not_json", Map.of("<host>", "x")));
    metrics.put(counted(4), named("banwatch_late", Map.of("<receiver>", "a\"b\n")));
    metrics.put(counted(5), named("banwatch_alerts_info", Map.of()));
    metrics.put((Gauge<Long>) () -> 17L, named("banwatch_keys", Map.of()));
    metrics.put((Gauge<String>) () -> "no number", named("uptime", Map.of()));

    assertThat(
            MetricsPage.of(
                    metrics, Map.of("banwatch_accepted", 7L), Map.of("banwatch_running", 1.0))
                .lines())
        .containsExactly(
            "# TYPE banwatch_accepted_total counter",
            "banwatch_accepted_total 7.0",
            "# TYPE banwatch_alerts_total counter",
            "banwatch_alerts_total{severity=\"info\"} 5.0",
            "# TYPE banwatch_keys gauge",
            "banwatch_keys 17.0",
            "# TYPE banwatch_late_total counter",
            "banwatch_late_total{receiver=\"a\\\"b\\n\"} 4.0",
            "# TYPE banwatch_rejected_total counter",
            "banwatch_rejected_total{reason=\"not-json\"} 3.0",
            "# TYPE banwatch_running gauge",
            "banwatch_running 1.0");
  }

  @Test
  void ofFlinksMetricsThoseOfTheJobAreShown() {
    assertThat(named("numRestarts", Map.of()).name()).isEqualTo("flink_job_restarts");
    assertThat(named("buffers.outPoolUsage", Map.of())).isNull();
  }

  @Test
  void aServiceThatMeasuresNothingHasAnEmptyPage() {
    assertThat(MetricsPage.of(Map.of(), Map.of(), Map.of())).isEmpty();
  }

  private static MetricName named(String name, Map<String, String> variables) {
    return MetricName.of(name, variables, IGNORED);
  }

  private static Counter counted(long number) {
    Counter counter = new SimpleCounter();
    counter.inc(number);
    return counter;
  }
}
