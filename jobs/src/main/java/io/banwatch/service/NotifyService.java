package io.banwatch.service;

import io.banwatch.tell.NotifyJob;
import io.banwatch.tell.NotifySettings;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;

/**
 * The notify job by itself, running for ever in a local cluster of this JVM. Goes on where telling
 * stopped, whichever process told.
 */
public final class NotifyService implements AutoCloseable {
  static final String REMEDY =
      "Restore them from a backup, or remove the directory: open alerts are told again then.";

  private final MiniCluster cluster;
  private final ClusterJob job;
  private boolean stopped;

  private NotifyService(MiniCluster cluster, ClusterJob job) {
    this.cluster = cluster;
    this.job = job;
  }

  /**
   * Starts the job; returns once it has taken up its state.
   *
   * @param directory where it keeps its state; stays the caller's to close
   * @param checkpointInterval how often state is saved: as much as a crash makes it tell again
   * @param messages hears, in a sentence each, of what a person should know of the start
   * @throws ServiceException when the state cannot be used
   * @throws IllegalStateException when Flink does not start
   */
  public static NotifyService start(
      NotifySettings settings,
      NotifyDirectory directory,
      Duration checkpointInterval,
      Consumer<String> messages)
      throws ServiceException {
    Configuration options = ServiceOptions.of(directory.checkpoints(), checkpointInterval);
    MiniCluster cluster = LocalCluster.withSlots(1, options);
    try {
      cluster.start();
      JobGraph graph = NotifyJob.graph(settings, options);
      KeptState kept = new KeptState(directory.checkpoints());
      return new NotifyService(cluster, ClusterJob.start(cluster, graph, kept, REMEDY, messages));
    } catch (ServiceException e) {
      LocalCluster.close(cluster);
      throw e;
    } catch (Exception e) {
      LocalCluster.close(cluster);
      throw new IllegalStateException("Flink did not start", e);
    }
  }

  /** How it stands; when the job does not answer, that. */
  public ServiceStatus status() {
    return job.status();
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
    boolean kept = job.stop();
    LocalCluster.close(cluster);
    return kept;
  }

  @Override
  public void close() {
    stop();
  }
}
