package io.banwatch.service;

import io.banwatch.store.InfluxAddress;
import io.banwatch.store.StoreJob;
import io.banwatch.store.StoreProgress;
import io.banwatch.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * The store job, following a directory's logs for ever: beside the detect job in its cluster, or
 * alone in one of its own. One at a time for each directory.
 */
public final class StoreService implements AutoCloseable {
  private static final String REMEDY =
      "Restore them from a backup, or remove the directory: what the logs still hold is stored"
          + " again then, in its own place.";

  private final StoreDirectory lock;
  private final MiniCluster own;
  private final ClusterJob job;
  private final StoreProgress progress;
  private final String metricsToken;
  private boolean stopped;

  private StoreService(
      StoreDirectory lock,
      MiniCluster own,
      ClusterJob job,
      StoreProgress progress,
      String metricsToken) {
    this.lock = lock;
    this.own = own;
    this.job = job;
    this.progress = progress;
    this.metricsToken = metricsToken;
  }

  /**
   * Starts it alone.
   *
   * @param directory of the logs, which another process writes
   * @param interval how often state is saved
   * @param messages hears, in a sentence each, of what a person should know
   * @throws ServiceException when another process stores the same, or its state cannot be used
   * @throws IllegalStateException when Flink does not start
   */
  public static StoreService alone(
      Path directory, InfluxAddress address, Duration interval, Consumer<String> messages)
      throws ServiceException {
    StoreDirectory lock = StoreDirectory.own(directory);
    String metricsToken = UUID.randomUUID().toString();
    Configuration options = ServiceOptions.of(lock.checkpoints(), interval);
    MetricsReporter.addTo(options, metricsToken);
    MiniCluster cluster = LocalCluster.withSlots(1, options);
    try {
      cluster.start();
      return begin(lock, cluster, cluster, address, interval, metricsToken, messages);
    } catch (ServiceException e) {
      LocalCluster.close(cluster);
      lock.close();
      throw e;
    } catch (Exception e) {
      LocalCluster.close(cluster);
      lock.close();
      throw new IllegalStateException("Flink did not start", e);
    }
  }

  /** Starts it in the cluster of another job, which has a slot for it and outlives it. */
  static StoreService beside(
      MiniCluster cluster,
      Path directory,
      InfluxAddress address,
      Duration interval,
      String metricsToken,
      Consumer<String> messages)
      throws ServiceException, IOException, ExecutionException, InterruptedException {
    StoreDirectory lock = StoreDirectory.own(directory);
    try {
      return begin(lock, null, cluster, address, interval, metricsToken, messages);
    } catch (ServiceException | IOException | ExecutionException | InterruptedException e) {
      lock.close();
      throw e;
    }
  }

  private static StoreService begin(
      StoreDirectory lock,
      MiniCluster own,
      MiniCluster cluster,
      InfluxAddress address,
      Duration interval,
      String metricsToken,
      Consumer<String> messages)
      throws ServiceException, IOException, ExecutionException, InterruptedException {
    Consumer<String> named = words -> messages.accept("store: " + words);
    StoreProgress progress = StoreProgress.register(named);
    StoreSettings settings = new StoreSettings(lock.path(), address, false, progress.name());
    ClusterJob job =
        ClusterJob.start(
            cluster,
            StoreJob.graph(settings, ServiceOptions.of(lock.checkpoints(), interval)),
            new KeptState(lock.checkpoints()),
            REMEDY,
            named);
    return new StoreService(lock, own, job, progress, metricsToken);
  }

  /** How it stands. */
  public StoreStatus status() {
    return new StoreStatus(
        job.status(),
        progress.stored(),
        progress.rejected(),
        progress.waiting(),
        unreadBytes(),
        progress.trouble(System.currentTimeMillis()),
        progress.isProven());
  }

  private long unreadBytes() {
    long bytes = 0;
    for (Map.Entry<Metric, MetricName> each : MetricsReporter.metrics(metricsToken).entrySet()) {
      boolean isUnread =
          each.getValue().name().equals("banwatch_log_unread_bytes")
              && each.getValue().labels().getOrDefault("reader", "").startsWith("store-");
      if (isUnread
          && each.getKey() instanceof Gauge<?> gauge
          && gauge.getValue() instanceof Number unread) {
        bytes += unread.longValue();
      }
    }
    return bytes;
  }

  /** What is measured of it, beside what Flink measures. */
  static Map<String, Double> gauges(StoreStatus status, long now) {
    Map<String, Double> gauges = new TreeMap<>();
    gauges.put("banwatch_store_running", status.job().running() ? 1.0 : 0.0);
    gauges.put(
        "banwatch_store_outage_seconds",
        status.trouble() == null ? 0.0 : Math.max(0, now - status.trouble().sinceMillis()) / 1e3);
    return gauges;
  }

  /**
   * Ends it with its state kept.
   *
   * @return whether the state of the very end was kept; otherwise that of the last checkpoint is
   */
  public synchronized boolean stop() {
    if (stopped) {
      return true;
    }
    stopped = true;
    boolean kept = job.stop();
    if (own != null) {
      LocalCluster.close(own);
    }
    progress.forget();
    lock.close();
    return kept;
  }

  @Override
  public void close() {
    stop();
  }
}
