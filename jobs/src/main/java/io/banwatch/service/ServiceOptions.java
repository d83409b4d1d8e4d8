package io.banwatch.service;

import io.banwatch.flow.JobOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;

/** Flink's options for a job that outlives crashes on one machine. */
final class ServiceOptions {
  static final int CHECKPOINTS_KEPT = 3;
  private static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(5);
  private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
  private static final Duration LAST_RESTART = Duration.ofMinutes(1);

  private ServiceOptions() {}

  /**
   * The options.
   *
   * @param checkpoints where state is saved
   */
  static Configuration of(Path checkpoints, Duration interval) {
    Configuration options = new Configuration();
    options.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    options.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    options.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
    options.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, CHECKPOINT_TIMEOUT);
    options.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, CHECKPOINTS_KEPT);
    options.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    // A disk that is full fails checkpoints; the job reads on, and its health says so.
    options.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    restartForEver(options);
    return JobOptions.added(options);
  }

  private static void restartForEver(Configuration options) {
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    options.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_RESTART);
    options.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LAST_RESTART);
    options.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, Integer.MAX_VALUE);
  }
}
