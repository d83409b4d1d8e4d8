package io.banwatch.service;

import io.banwatch.tell.NotifyJob;
import io.banwatch.tell.NotifySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * The notify job beside the detect job, in the same cluster and with checkpoints of its own: where
 * one fails, the other goes on.
 */
final class NotifyRun {
  private static final long STOP_SECONDS = 60;
  private static final long ASK_SECONDS = 10;

  private final MiniCluster cluster;
  private final JobID id;
  private final Path checkpoints;
  private final Consumer<String> messages;
  private final long startedMillis = System.currentTimeMillis();
  private boolean earlierForgotten;

  private NotifyRun(MiniCluster cluster, JobID id, Path checkpoints, Consumer<String> messages) {
    this.cluster = cluster;
    this.id = id;
    this.checkpoints = checkpoints;
    this.messages = messages;
  }

  /**
   * Starts the job where an earlier run stopped.
   *
   * @param checkpoints where its state is kept
   * @param messages hears of what a person should know
   * @throws ServiceException when there is state, and none of it can be used
   * @throws Exception when Flink does not start the job
   */
  static NotifyRun submit(
      MiniCluster cluster,
      NotifySettings settings,
      Path checkpoints,
      Duration interval,
      Consumer<String> messages)
      throws Exception {
    KeptState kept = new KeptState(checkpoints);
    Path restored =
        kept.newestWhole(
            (path, damage) ->
                messages.accept("what is to be told, in " + path + ", is damaged: " + damage));
    if (restored == null && !kept.isEmpty()) {
      throw new ServiceException(
          "every checkpoint in "
              + checkpoints
              + " is damaged. Restore them from a backup, or remove the directory: open alerts are"
              + " told again then.");
    }
    Configuration options = ServiceOptions.of(checkpoints, interval, restored);
    JobID id = cluster.submitJob(NotifyJob.graph(settings, options)).get().getJobID();
    return new NotifyRun(cluster, id, checkpoints, messages);
  }

  /** How it stands; when the job does not answer, that. */
  ServiceStatus status() {
    try {
      ServiceStatus status =
          StatusReading.of(
              cluster.getExecutionGraph(id).get(ASK_SECONDS, TimeUnit.SECONDS), startedMillis);
      if (status.checkpointMillis() > 0 && !earlierForgotten) {
        earlierForgotten = true;
        new KeptState(checkpoints).forgetAllBut(id.toHexString());
      }
      return status;
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      return ServiceStatus.unknown("the job does not answer: " + e.getMessage(), startedMillis);
    } catch (IOException e) {
      messages.accept("cannot remove old checkpoints in " + checkpoints + ": " + e.getMessage());
      return ServiceStatus.unknown(e.getMessage(), startedMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ServiceStatus.unknown("interrupted", startedMillis);
    }
  }

  /** Ends the job with its state kept; without success the last checkpoint stands. */
  void stop() {
    try {
      if (cluster.getJobStatus(id).get(ASK_SECONDS, TimeUnit.SECONDS) == JobStatus.RUNNING) {
        cluster
            .stopWithSavepoint(
                id, checkpoints.toUri().toString(), false, SavepointFormatType.NATIVE)
            .get(STOP_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      // The last checkpoint stands; what it does not know of is sent again under the same id.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
