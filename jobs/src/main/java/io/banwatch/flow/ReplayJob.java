package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import io.banwatch.gateway.DecoderSettings;
import io.banwatch.gateway.Decoders;
import io.banwatch.log.LogSettings;
import io.banwatch.log.ReadProgress;
import io.banwatch.log.UsageLogSource;
import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The detect job over a bounded log, in this JVM, as fast as it can. */
public final class ReplayJob {
  private static final long PROGRESS_MILLIS = 200;
  private static final int READERS_OF_ONE_SUBTASK = 2;

  private ReplayJob() {}

  /**
   * Replays; returns when the log is read and every file is written.
   *
   * @param settings what to work on
   * @param listener hears of alerts and progress
   * @throws Exception when the job fails
   */
  public static ReplaySummary run(ReplaySettings settings, ReplayListener listener)
      throws Exception {
    return run(
        settings,
        listener,
        configuration ->
            StreamExecutionEnvironment.createLocalEnvironment(
                subtasks(settings.readers()), configuration));
  }

  /**
   * The same in an environment of the caller's, which may run many replays in one cluster.
   *
   * @param environments makes the environment with the configuration that the job needs
   */
  static ReplaySummary run(
      ReplaySettings settings,
      ReplayListener listener,
      Function<Configuration, StreamExecutionEnvironment> environments)
      throws Exception {
    long started = System.nanoTime();
    Policy policy = PolicyReader.fromText(settings.policyText());
    DecoderSettings decoder =
        new DecoderSettings(settings.format(), null, policy.trustedProxies(), policy.trustedHops());
    UsageLogSource log =
        UsageLogSource.ofFiles(
            settings.logs(),
            () -> Decoders.decoder(decoder),
            LogSettings.defaults().withReaders(settings.readers()));
    AlertTally tally = new AlertTally(listener::alert);
    String listening = Listeners.register(line -> tally.add((Alert) line));
    try {
      StreamExecutionEnvironment environment =
          environments.apply(JobOptions.added(new Configuration()));
      environment.setParallelism(subtasks(settings.readers()));
      environment.setMaxParallelism(128);
      String geo = settings.geo() == null ? null : settings.geo().toString();
      DetectJob.define(
          environment,
          log,
          new DetectSettings(policy, geo, settings.format(), null, settings.metricLog(), null),
          new JsonLinesSink<>(settings.out().resolve("alerts.jsonl"), AlertJson::write, listening),
          new JsonLinesSink<>(settings.out().resolve("rejected.jsonl"), new RejectionLine(), null),
          settings.metricLog()
              ? JsonLinesSink.inBlocks(settings.out().resolve("metrics.jsonl"))
              : null);
      ReadProgress progress = log.progress();
      JobExecutionResult result = await(environment, progress, listener);
      double seconds = (System.nanoTime() - started) / 1e9;
      return ReplaySummaries.of(result, policy, geo, tally, progress.uncompressedBytes(), seconds);
    } finally {
      Listeners.remove(listening);
      log.forgetProgress();
    }
  }

  private static JobExecutionResult await(
      StreamExecutionEnvironment environment, ReadProgress progress, ReplayListener listener)
      throws Exception {
    CompletableFuture<JobExecutionResult> result =
        environment.executeAsync("banwatch replay").getJobExecutionResult();
    while (true) {
      try {
        return result.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        listener.progress(progress.readBytes(), progress.totalBytes(), progress.records());
      }
    }
  }

  /**
   * How many subtasks judge. One keeps a record in its thread, where to pass it to another costs as
   * much as to judge it: so it is the faster way until one thread cannot keep up with the decoders.
   */
  private static int subtasks(int readers) {
    return readers <= READERS_OF_ONE_SUBTASK ? 1 : readers;
  }
}
