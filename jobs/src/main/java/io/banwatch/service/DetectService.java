package io.banwatch.service;

import static org.apache.flink.api.common.JobStatus.RUNNING;

import io.banwatch.alert.Alert;
import io.banwatch.flow.FollowJob;
import io.banwatch.flow.JobStatus;
import io.banwatch.log.LogNotices;
import io.banwatch.log.ReadProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * The detect job, running for ever in a local cluster of this JVM, and beside it the notify job
 * when somebody is told. Goes on where an earlier service of the same directory stopped, however
 * that ended.
 */
public final class DetectService implements AutoCloseable {
  private static final long STOP_SECONDS = 60;
  private static final long ASK_SECONDS = 10;

  private final ServiceDirectory directory;
  private final FollowJob job;
  private final MiniCluster cluster;
  private final JobID id;
  private final NotifyRun notify;
  private final String metricsToken;
  private final Consumer<String> messages;
  private final long startedMillis;
  private boolean earlierForgotten;
  private boolean stopped;

  private DetectService(
      ServiceDirectory directory,
      FollowJob job,
      MiniCluster cluster,
      JobID id,
      NotifyRun notify,
      String metricsToken,
      Consumer<String> messages) {
    this.directory = directory;
    this.job = job;
    this.cluster = cluster;
    this.id = id;
    this.notify = notify;
    this.metricsToken = metricsToken;
    this.messages = messages;
    this.startedMillis = System.currentTimeMillis();
  }

  /**
   * Starts the job; returns once it was submitted.
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
    Path restored = new Resumption(directory, messages).prepare(settings.policyHash());
    Configuration options =
        ServiceOptions.of(directory.checkpoints(), settings.checkpointInterval(), restored);
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
      JobID id = cluster.submitJob(job.graph()).get().getJobID();
      NotifyRun notify =
          settings.telling() == null
              ? null
              : NotifyRun.submit(
                  cluster,
                  settings.telling(),
                  directory.notifyCheckpoints(),
                  settings.checkpointInterval(),
                  messages);
      return new DetectService(directory, job, cluster, id, notify, metricsToken, messages);
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

  /** How it stands; when the job does not answer, that. */
  public ServiceStatus status() {
    try {
      AccessExecutionGraph graph = cluster.getExecutionGraph(id).get(ASK_SECONDS, TimeUnit.SECONDS);
      ServiceStatus status = StatusReading.of(graph, startedMillis);
      forgetEarlier(status);
      return status;
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      return ServiceStatus.unknown("the job does not answer: " + e.getMessage(), startedMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ServiceStatus.unknown("interrupted", startedMillis);
    }
  }

  /** How telling stands; empty when nobody is told. */
  public Optional<ServiceStatus> notifyStatus() {
    return notify == null ? Optional.empty() : Optional.of(notify.status());
  }

  /**
   * Once this run has as many checkpoints of its own as are kept, those of earlier runs are of no
   * use.
   */
  private void forgetEarlier(ServiceStatus status) {
    if (status.checkpoints() < ServiceOptions.CHECKPOINTS_KEPT || earlierForgotten) {
      return;
    }
    try {
      new KeptState(directory.checkpoints()).forgetAllBut(id.toHexString());
      earlierForgotten = true;
    } catch (IOException e) {
      messages.accept(
          "cannot remove old checkpoints in " + directory.checkpoints() + ": " + e.getMessage());
      earlierForgotten = true;
    }
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
    long savedMillis = Math.max(status.checkpointMillis(), startedMillis);
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
    boolean kept = false;
    try {
      if (cluster.getJobStatus(id).get(ASK_SECONDS, TimeUnit.SECONDS) == RUNNING) {
        String target = directory.checkpoints().toUri().toString();
        cluster
            .stopWithSavepoint(id, target, false, SavepointFormatType.NATIVE)
            .get(STOP_SECONDS, TimeUnit.SECONDS);
        kept = true;
      }
    } catch (ExecutionException | TimeoutException e) {
      // The last checkpoint stands, and the job goes on from there.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (notify != null) {
      notify.stop();
    }
    close(cluster);
    job.close();
    return kept;
  }

  private static void close(MiniCluster cluster) {
    try {
      cluster.closeAsync().get(ASK_SECONDS, TimeUnit.SECONDS);
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
