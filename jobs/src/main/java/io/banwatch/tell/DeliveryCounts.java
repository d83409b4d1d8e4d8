package io.banwatch.tell;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Deliveries as Flink metrics, for each receiver. */
final class DeliveryCounts {
  private static final String RECEIVER = "receiver";

  private final MetricGroup metrics;

  DeliveryCounts(MetricGroup metrics) {
    this.metrics = metrics;
  }

  /** The counts of one receiver. */
  Tally of(String receiver) {
    return new Counts(metrics.addGroup(RECEIVER, receiver));
  }

  private static final class Counts implements Tally {
    private static final long MILLIS = 1_000;

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private volatile int waiting;
    private volatile long oldestSince;

    Counts(MetricGroup metrics) {
      for (Outcome outcome : Outcome.values()) {
        outcomes.put(
            outcome,
            metrics.addGroup("outcome", outcome.word()).counter("banwatch_deliveries_total"));
      }
      metrics.gauge("banwatch_deliveries_waiting", () -> waiting);
      metrics.gauge("banwatch_deliveries_oldest_waiting_seconds", this::oldestSeconds);
    }

    private long oldestSeconds() {
      long since = oldestSince;
      return since == 0 ? 0 : Math.max(0, System.currentTimeMillis() - since) / MILLIS;
    }

    @Override
    public void count(Outcome outcome) {
      outcomes.get(outcome).inc();
    }

    @Override
    public void waiting(int number, long since) {
      waiting = number;
      oldestSince = since;
    }
  }
}
