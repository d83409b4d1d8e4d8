package io.banwatch.lines;

import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A job that reads our own logs: one subtask, since lines are told and stored in their order. */
public final class LineJob {
  private static final int MOST_SUBTASKS = 128;

  private LineJob() {}

  /**
   * Draws a job, for some cluster to run.
   *
   * @param name for people
   * @param configuration what the cluster and the job run with: checkpoints, restarts
   * @param define adds the job's operators, each with a uid
   */
  public static JobGraph graph(
      String name, Configuration configuration, Consumer<StreamExecutionEnvironment> define) {
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(1);
    environment.setMaxParallelism(MOST_SUBTASKS);
    define.accept(environment);
    StreamGraph drawn = environment.getStreamGraph();
    drawn.setJobName(name);
    return drawn.getJobGraph();
  }
}
