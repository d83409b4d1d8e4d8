package io.banwatch.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * One job in a local cluster, with checkpoints of its own: starts where an earlier run stopped,
 * tells how it stands, ends with its state kept.
 */
final class ClusterJob {
  private static final long STOP_SECONDS = 60;
  private static final long ASK_SECONDS = 10;

  private final MiniCluster cluster;
  private final JobID id;
  private final KeptState kept;
  private final Consumer<String> messages;
  private final long startedMillis = System.currentTimeMillis();
  private long summed;
  private boolean earlierForgotten;

  private ClusterJob(MiniCluster cluster, JobID id, KeptState kept, Consumer<String> messages) {
    this.cluster = cluster;
    this.id = id;
    this.kept = kept;
    this.messages = messages;
  }

  /**
   * Starts a job; see {@link JobStart}.
   *
   * @param remedy what to do when there is state and none of it can be used, a sentence
   * @param messages hears, in a sentence each, of what a person should know
   * @throws ServiceException when there is state, and none of it can be used
   * @throws IOException when its checkpoints cannot be listed
   * @throws ExecutionException when Flink does not take the job
   */
  static ClusterJob start(
      MiniCluster cluster, JobGraph job, KeptState kept, String remedy, Consumer<String> messages)
      throws ServiceException, IOException, ExecutionException, InterruptedException {
    JobID id = new JobStart(kept, remedy, messages).submit(cluster, job);
    return new ClusterJob(cluster, id, kept, messages);
  }

  /** When it was started, epoch milliseconds. */
  long startedMillis() {
    return startedMillis;
  }

  /** How it stands; when it does not answer, that. */
  ServiceStatus status() {
    try {
      AccessExecutionGraph graph = cluster.getExecutionGraph(id).get(ASK_SECONDS, TimeUnit.SECONDS);
      ServiceStatus status = StatusReading.of(graph, startedMillis);
      sum(graph);
      forgetEarlier(status);
      return status;
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      return ServiceStatus.unknown("the job does not answer: " + e.getMessage(), startedMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ServiceStatus.unknown("interrupted", startedMillis);
    }
  }

  /** Writes the checksums of a checkpoint that is new. */
  private synchronized void sum(AccessExecutionGraph graph) {
    CompletedCheckpointStats last = StatusReading.lastCheckpoint(graph);
    if (last == null || last.getCheckpointId() == summed) {
      return;
    }
    summed = last.getCheckpointId();
    sum(last.getExternalPath());
  }

  private static void sum(String checkpoint) {
    try {
      CheckpointSums.write(
          Path.of(new org.apache.flink.core.fs.Path(checkpoint).toUri().getPath()));
    } catch (IOException | UncheckedIOException e) {
      // A newer one has taken its place, or the disk is full: then it is only less well checked.
      return;
    }
  }

  /**
   * Once this run has as many checkpoints of its own as are kept, those of earlier runs are of no
   * use.
   */
  private synchronized void forgetEarlier(ServiceStatus status) {
    if (status.checkpoints() < ServiceOptions.CHECKPOINTS_KEPT || earlierForgotten) {
      return;
    }
    earlierForgotten = true;
    try {
      kept.forgetAllBut(id.toHexString());
    } catch (IOException e) {
      messages.accept(
          "cannot remove old checkpoints in " + kept.directory() + ": " + e.getMessage());
    }
  }

  private void keepNewest() {
    try {
      kept.keepNewestOf(id.toHexString());
    } catch (IOException e) {
      // Then only the state of the very end is there, as a rule whole.
      return;
    }
  }

  /**
   * Ends the job with its state kept.
   *
   * @return whether the state of the very end was kept; otherwise that of the last checkpoint is
   */
  boolean stop() {
    try {
      if (cluster.getJobStatus(id).get(ASK_SECONDS, TimeUnit.SECONDS) == JobStatus.RUNNING) {
        keepNewest();
        String target = kept.directory().toUri().toString();
        sum(
            cluster
                .stopWithSavepoint(id, target, false, SavepointFormatType.NATIVE)
                .get(STOP_SECONDS, TimeUnit.SECONDS));
        return true;
      }
    } catch (ExecutionException | TimeoutException e) {
      // The last checkpoint stands, and the job goes on from there.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
