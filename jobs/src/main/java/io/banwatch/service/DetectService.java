package io.banwatch.service;

import io.banwatch.alert.Alert;
import io.banwatch.flow.FollowJob;
import io.banwatch.flow.JobStatus;
import io.banwatch.log.LogNotices;
import io.banwatch.log.ReadProgress;
import io.banwatch.tell.NotifyJob;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * The detect job, running for ever in a local cluster of this JVM, and beside it the notify job
 * when somebody is told. Goes on where an earlier service of the same directory stopped, however
 * that ended.
 */
public final class DetectService implements AutoCloseable {
  private static final long CLOSE_SECONDS = 10;

  private final FollowJob job;
  private final MiniCluster cluster;
  private final ClusterJob detect;
  private final ClusterJob notify;
  private final String metricsToken;
  private boolean stopped;

  private DetectService(
      FollowJob job,
      MiniCluster cluster,
      ClusterJob detect,
      ClusterJob notify,
      String metricsToken) {
    this.job = job;
    this.cluster = cluster;
    this.detect = detect;
    this.notify = notify;
    this.metricsToken = metricsToken;
  }

  /**
   * Starts the job; returns once it has taken up its state.
   *
   * @param directory where it writes; stays the caller's to close
   * @param alerts hears of each alert line once it is written
   * @param messages hears, in a sentence each, of what a person should know of the start
   * @throws ServiceException when the state cannot be used
   * @throws IllegalStateException when Flink does not start
   */
  public static DetectService start(
      ServiceSettings settings,
      ServiceDirectory directory,
      Consumer<Alert> alerts,
      Consumer<String> messages)
      throws ServiceException {
    KeptState kept = new Resumption(directory, messages).prepare(settings.policyHash());
    Configuration options =
        ServiceOptions.of(directory.checkpoints(), settings.checkpointInterval());
    String metricsToken = UUID.randomUUID().toString();
    MetricsReporter.addTo(options, metricsToken);
    FollowJob job = new FollowJob(settings.follow(), alerts, options);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(options)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(settings.telling() == null ? 1 : 2)
                .build());
    try {
      cluster.start();
      ClusterJob detect = ClusterJob.start(cluster, job.graph(), kept, Resumption.REMEDY, messages);
      ClusterJob notify =
          settings.telling() == null
              ? null
              : notify(cluster, settings, directory.notifyCheckpoints(), messages);
      return new DetectService(job, cluster, detect, notify, metricsToken);
    } catch (ServiceException e) {
      job.close();
      close(cluster);
      throw e;
    } catch (Exception e) {
      job.close();
      close(cluster);
      throw new IllegalStateException("Flink did not start", e);
    }
  }

  private static ClusterJob notify(
      MiniCluster cluster, ServiceSettings settings, Path checkpoints, Consumer<String> messages)
      throws Exception {
    Configuration options = ServiceOptions.of(checkpoints, settings.checkpointInterval());
    return ClusterJob.start(
        cluster,
        NotifyJob.graph(settings.telling(), options),
        new KeptState(checkpoints),
        NotifyService.REMEDY,
        messages);
  }

  /** How it stands; when the job does not answer, that. */
  public ServiceStatus status() {
    return detect.status();
  }

  /** How telling stands; empty when nobody is told. */
  public Optional<ServiceStatus> notifyStatus() {
    return notify == null ? Optional.empty() : Optional.of(notify.status());
  }

  /** How far the log was read. */
  public ReadProgress progress() {
    return job.progress();
  }

  /** What the job counts. */
  public JobStatus counts() {
    return job.status();
  }

  /** What was noticed of the log's files. */
  public LogNotices notices() {
    return job.notices();
  }

  /** What is measured of the job, as Prometheus reads it. */
  public String metrics() {
    ServiceStatus status = status();
    ReadProgress progress = progress();
    long savedMillis = Math.max(status.checkpointMillis(), status.startedMillis());
    Map<String, Double> gauges = new TreeMap<>();
    gauges.put("banwatch_running", status.running() ? 1.0 : 0.0);
    gauges.put("banwatch_checkpoint_age_seconds", (System.currentTimeMillis() - savedMillis) / 1e3);
    gauges.put("banwatch_log_behind_bytes", (double) progress.behindBytes());
    gauges.put("banwatch_log_records", (double) progress.records());
    return MetricsPage.of(MetricsReporter.metrics(metricsToken), gauges);
  }

  /**
   * Ends the job with its state kept.
   *
   * @return whether the state of the very end was kept; otherwise that of the last checkpoint is
   */
  public synchronized boolean stop() {
    if (stopped) {
      return true;
    }
    stopped = true;
    boolean kept = detect.stop();
    if (notify != null) {
      notify.stop();
    }
    close(cluster);
    job.close();
    return kept;
  }

  private static void close(MiniCluster cluster) {
    try {
      cluster.closeAsync().get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Nothing depends on it any more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
