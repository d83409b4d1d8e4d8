package io.banwatch.store;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The store job over logs that are complete, in this JVM, as fast as InfluxDB takes it. */
public final class BoundedStore {
  private static final long PROGRESS_MILLIS = 200;

  private BoundedStore() {}

  /**
   * Stores; returns when InfluxDB has taken or refused every point. Waits where it is away.
   *
   * @param directory of {@code metrics.jsonl} and {@code alerts.jsonl}
   * @param configuration what a local cluster runs with
   * @param messages hears, in a sentence each, what a person should know
   * @param watching is shown the progress now and then
   * @return how many points were stored and refused
   * @throws Exception when the job fails
   */
  public static StoreProgress run(
      Path directory,
      InfluxAddress address,
      Configuration configuration,
      Consumer<String> messages,
      Consumer<StoreProgress> watching)
      throws Exception {
    StoreProgress progress = StoreProgress.register(messages);
    try {
      configuration.set(PipelineOptions.OBJECT_REUSE, true);
      configuration.set(PipelineOptions.GENERIC_TYPES, false);
      configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
      configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "disable");
      StreamExecutionEnvironment environment =
          StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
      StoreJob.define(environment, new StoreSettings(directory, address, true, progress.name()));
      CompletableFuture<JobExecutionResult> result =
          environment.executeAsync("banwatch store").getJobExecutionResult();
      while (true) {
        try {
          result.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
          return progress;
        } catch (TimeoutException e) {
          watching.accept(progress);
        }
      }
    } finally {
      progress.forget();
    }
  }
}
