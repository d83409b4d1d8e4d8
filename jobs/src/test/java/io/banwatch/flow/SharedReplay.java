package io.banwatch.flow;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Replays in the cluster that the test has started, instead of one for each. */
public final class SharedReplay {
  private SharedReplay() {}

  /** Replays as {@link ReplayJob#run(ReplaySettings, ReplayListener)} does. */
  public static ReplaySummary run(ReplaySettings settings, ReplayListener listener)
      throws Exception {
    return ReplayJob.run(settings, listener, StreamExecutionEnvironment::getExecutionEnvironment);
  }
}
