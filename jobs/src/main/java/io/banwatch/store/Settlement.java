package io.banwatch.store;

import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

/** Counts what became of lines, and tells a person of what was refused, once a minute. */
final class Settlement implements BatchSender.Listener {
  private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final InfluxAddress address;
  private final StoreProgress progress;
  private final Counter storedPoints;
  private final Counter rejectedPoints;
  private boolean historyTold;
  private long refused;
  private long toldNanos = System.nanoTime() - QUIET_NANOS;
  private long historyToldNanos = toldNanos;

  Settlement(InfluxAddress address, StoreProgress progress, SinkWriterMetricGroup metrics) {
    this.address = address;
    this.progress = progress;
    this.storedPoints = metrics.counter("banwatch_points_stored");
    this.rejectedPoints = metrics.counter("banwatch_points_rejected");
    metrics.gauge("banwatch_points_waiting", progress::waiting);
  }

  @Override
  public void stored(int count) {
    progress.stored(count);
    storedPoints.inc(count);
    progress.well();
  }

  @Override
  public void refused(int count, String words) {
    progress.refused(count, Refusal.of(words));
    rejectedPoints.inc(count);
    refused += count;
    long now = System.nanoTime();
    if (now - toldNanos >= QUIET_NANOS) {
      progress.tell(
          "InfluxDB refuses points, which are lost to dashboards ("
              + refused
              + " so far): "
              + words);
      toldNanos = now;
    }
  }

  @Override
  public void refusedByHistory(String words) {
    long now = System.nanoTime();
    if (now - historyToldNanos >= QUIET_NANOS) {
      progress.tell(
          "InfluxDB stores alerts, but refuses to keep some for long in "
              + address.history()
              + ": "
              + words);
      historyToldNanos = now;
    }
  }

  @Override
  public void noHistory() {
    if (!historyTold) {
      historyTold = true;
      progress.tell(
          address
              + " has no place of its own for what is kept for long: alerts are kept as long as"
              + " other points. To keep them longer: banwatch store setup --influx "
              + address);
    }
  }

  /** Everything that was given is settled. */
  void succeeded() {
    progress.well();
  }
}
