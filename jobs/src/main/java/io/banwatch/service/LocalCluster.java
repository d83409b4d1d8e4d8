package io.banwatch.service;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/** Makes and ends clusters in this JVM. */
final class LocalCluster {
  private static final long CLOSE_SECONDS = 10;

  private LocalCluster() {}

  /** A cluster that is not started yet, with a slot for each job. */
  static MiniCluster withSlots(int jobs, Configuration options) {
    return new MiniCluster(
        new MiniClusterConfiguration.Builder()
            .setConfiguration(options)
            .setNumTaskManagers(1)
            .setNumSlotsPerTaskManager(jobs)
            .build());
  }

  static void close(MiniCluster cluster) {
    try {
      cluster.closeAsync().get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Nothing depends on it any more.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
