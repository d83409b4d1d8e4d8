package io.banwatch.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A store job of a test, started and stopped again. */
final class StoreRun implements AutoCloseable {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

  private final Path directory;
  private final InfluxAddress address;
  private final Map<String, String> credentials;
  private final ConcurrentLinkedQueue<String> messages = new ConcurrentLinkedQueue<>();
  private StoreProgress progress;
  private JobClient job;

  StoreRun(Path directory, InfluxAddress address, Map<String, String> credentials) {
    this.directory = directory;
    this.address = address;
    this.credentials = credentials;
  }

  /**
   * Starts it.
   *
   * @param bounded whether it ends with the logs
   * @param restored a savepoint, or null
   */
  void start(boolean bounded, String restored) throws Exception {
    Configuration options = new Configuration();
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
    options.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    options.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        directory.resolve("checkpoints").toUri().toString());
    options.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1_000);
    options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
    if (restored != null) {
      options.set(StateRecoveryOptions.SAVEPOINT_PATH, restored);
    }
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(options);
    environment.setParallelism(1);
    progress = StoreProgress.register(messages::add);
    InfluxAddress to = address;
    Map<String, String> with = credentials;
    StoreJob.define(
        environment,
        new StoreSettings(directory, address, bounded, progress.name()),
        () -> InfluxClient.of(to, with, LONGEST_ANSWER));
    job = environment.executeAsync("store");
  }

  /** Waits for the end of a bounded one. */
  void await() throws Exception {
    job.getJobExecutionResult().get(2, TimeUnit.MINUTES);
    job = null;
  }

  /** Stops it with a savepoint, and returns where that is. */
  String stop() throws Exception {
    String savepoint =
        job.stopWithSavepoint(
                false,
                directory.resolve("savepoints").toUri().toString(),
                SavepointFormatType.NATIVE)
            .get(1, TimeUnit.MINUTES);
    job = null;
    return savepoint;
  }

  StoreProgress progress() {
    return progress;
  }

  List<String> messages() {
    return new ArrayList<>(messages);
  }

  @Override
  public void close() throws Exception {
    if (job != null) {
      job.cancel().get();
    }
    if (progress != null) {
      progress.forget();
    }
  }
}
