package io.banwatch.flow;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** What every job of Banwatch runs with. */
public final class JobOptions {
  private static final String LOOPBACK = "localhost";
  private static final String ANY_PORT = "0";

  private JobOptions() {}

  /**
   * These options added to a configuration, which is returned.
   *
   * <p>Records are never changed once made, so objects are reused; Kryo and operators without a uid
   * fail the graph, because state of either cannot outlive a change of the code.
   */
  public static Configuration added(Configuration configuration) {
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    bindToLoopback(configuration);
    return configuration;
  }

  /** A local cluster opens a few ports for itself, which are nobody else's business. */
  private static void bindToLoopback(Configuration configuration) {
    configuration.set(RestOptions.ADDRESS, LOOPBACK);
    configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    configuration.set(RestOptions.BIND_PORT, ANY_PORT);
    configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
  }
}
