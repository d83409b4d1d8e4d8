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
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * The detect job, running for ever in a local cluster of this JVM, and beside it the notify job
 * when somebody is told, and the store job when points are stored. Goes on where an earlier service
 * of the same directory stopped, however that ended.
 */
public final class DetectService implements AutoCloseable {
  private final FollowJob job;
  private final MiniCluster cluster;
  private final ClusterJob detect;
  private final ClusterJob notify;
  private final StoreService store;
  private final String metricsToken;
  private boolean stopped;

  private DetectService(
      FollowJob job,
      MiniCluster cluster,
      ClusterJob detect,
      ClusterJob notify,
      StoreService store,
      String metricsToken) {
    this.job = job;
    this.cluster = cluster;
    this.detect = detect;
    this.notify = notify;
    this.store = store;
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
    MiniCluster cluster = LocalCluster.withSlots(slots(settings), options);
    try {
      cluster.start();
      ClusterJob detect =
          ClusterJob.start(
              cluster,
              job.graph(),
              kept,
              Resumption.REMEDY,
              words -> messages.accept("detect: " + words));
      ClusterJob notify =
          settings.telling() == null
              ? null
              : notify(cluster, settings, directory.notifyCheckpoints(), messages);
      StoreService store =
          settings.storing() == null
              ? null
              : StoreService.beside(
                  cluster,
                  directory.path(),
                  settings.storing(),
                  settings.checkpointInterval(),
                  metricsToken,
                  messages);
      return new DetectService(job, cluster, detect, notify, store, metricsToken);
    } catch (ServiceException e) {
      job.close();
      LocalCluster.close(cluster);
      throw e;
    } catch (Exception e) {
      job.close();
      LocalCluster.close(cluster);
      throw new IllegalStateException("Flink did not start", e);
    }
  }

  private static int slots(ServiceSettings settings) {
    return 1 + (settings.telling() == null ? 0 : 1) + (settings.storing() == null ? 0 : 1);
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
        words -> messages.accept("notify: " + words));
  }

  /** How it stands; when the job does not answer, that. */
  public ServiceStatus status() {
    return detect.status();
  }

  /** How telling stands; empty when nobody is told. */
  public Optional<ServiceStatus> notifyStatus() {
    return notify == null ? Optional.empty() : Optional.of(notify.status());
  }

  /** How storing stands; empty when nothing is stored. */
  public Optional<StoreStatus> storeStatus() {
    return store == null ? Optional.empty() : Optional.of(store.status());
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
    storeStatus()
        .ifPresent(now -> gauges.putAll(StoreService.gauges(now, System.currentTimeMillis())));
    return MetricsPage.of(
        MetricsReporter.metrics(metricsToken),
        Map.of("banwatch_accepted", counts().accepted()),
        gauges);
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
    if (store != null) {
      store.stop();
    }
    LocalCluster.close(cluster);
    job.close();
    return kept;
  }

  @Override
  public void close() {
    stop();
  }
}
