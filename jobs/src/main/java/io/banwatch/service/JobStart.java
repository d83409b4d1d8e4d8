package io.banwatch.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * Starts a job from the newest checkpoint that can be restored. Whether one can shows only when the
 * job has taken its state up, so the start waits for that.
 */
final class JobStart {
  /** A job that takes longer is left to it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** The metric log's operators come and go; whoever leaves them out leaves their state behind. */
  private static final boolean WITHOUT_SOME = true;

  /**
   * What the trace of a failure names when state was being restored, and not, say, a file opened.
   */
  private static final List<String> RESTORING =
      List.of(
          "BackendBuildingException",
          "StateMigrationException",
          "RestoreOperation.",
          "SimpleVersioned",
          "CheckpointMetadata",
          "CheckpointCoordinator.restore",
          "resetToCheckpoint");

  private final KeptState kept;
  private final String remedy;
  private final Consumer<String> messages;

  /**
   * @param kept where its checkpoints are
   * @param remedy what to do when none can be used, a sentence
   * @param messages hears of each that cannot be used, and of the one that is
   */
  JobStart(KeptState kept, String remedy, Consumer<String> messages) {
    this.kept = kept;
    this.remedy = remedy;
    this.messages = messages;
  }

  /**
   * Submits a job; returns when it has taken up its state, or at once when there is none.
   *
   * @throws ServiceException when there is state, and none of it can be used
   * @throws IOException when the checkpoints cannot be listed
   * @throws ExecutionException when Flink does not take the job
   */
  JobID submit(MiniCluster cluster, JobGraph job)
      throws ServiceException, IOException, ExecutionException, InterruptedException {
    List<Path> checkpoints = kept.newestFirst();
    if (checkpoints.isEmpty()) {
      return cluster.submitJob(job).get().getJobID();
    }
    for (int i = 0; i < checkpoints.size(); i++) {
      Path checkpoint = checkpoints.get(i);
      String damage = CheckpointFiles.damageOf(checkpoint);
      if (damage == null) {
        messages.accept("going on from " + kept.name(checkpoint));
        damage = restore(cluster, job, checkpoint);
      }
      if (damage == null) {
        return job.getJobID();
      }
      messages.accept(
          "checkpoint "
              + kept.name(checkpoint)
              + " cannot be used: "
              + damage
              + (i < checkpoints.size() - 1 ? "; an older one is tried" : ""));
    }
    throw new ServiceException("no checkpoint in " + kept.directory() + " can be used. " + remedy);
  }

  /** Starts the job from there; returns why it cannot be restored, or null. */
  private static String restore(MiniCluster cluster, JobGraph job, Path checkpoint)
      throws ExecutionException, InterruptedException {
    job.setJobID(new JobID());
    job.setSavepointRestoreSettings(
        SavepointRestoreSettings.forPath(checkpoint.toUri().toString(), WITHOUT_SOME));
    cluster.submitJob(job).get();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      AccessExecutionGraph graph = cluster.getExecutionGraph(job.getJobID()).get();
      if (StatusReading.isRunning(graph)) {
        return null;
      }
      if (graph.getFailureInfo() != null && isOfState(graph)) {
        end(cluster, graph);
        return "its state cannot be read (" + StatusReading.failure(graph.getFailureInfo()) + ")";
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return null;
  }

  private static boolean isOfState(AccessExecutionGraph graph) {
    String trace = graph.getFailureInfo().getExceptionAsString();
    return RESTORING.stream().anyMatch(trace::contains);
  }

  private static void end(MiniCluster cluster, AccessExecutionGraph graph)
      throws ExecutionException, InterruptedException {
    if (!graph.getState().isGloballyTerminalState()) {
      cluster.cancelJob(graph.getJobID()).get();
    }
    cluster.requestJobResult(graph.getJobID()).get();
  }
}
