package io.banwatch.tell;

import io.banwatch.policy.PolicyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How long a line of the alert log takes to its receiver; for people. */
final class ToldLatencyRun {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final int WARM = 50;
  private static final int LONGEST_GAP_MILLIS = 100;

  private ToldLatencyRun() {}

  /**
   * Runs.
   *
   * @param arguments how many alerts
   */
  public static void main(String[] arguments) throws Exception {
    int alerts = WARM + (arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500);
    Path directory = Files.createTempDirectory("banwatch-told-latency");
    AlertLogFile log = new AlertLogFile(directory);
    long[] nanos = new long[alerts];
    try (ScriptedServer server = new ScriptedServer()) {
      JobClient job = start(directory, log, server.url("/ok"));
      Random random = new Random(1);
      for (int i = 0; i < alerts; i++) {
        long began = System.nanoTime();
        log.append(ToldAlerts.firing("a" + i, 1));
        while (server.requests().size() <= i) {
          TimeUnit.MICROSECONDS.sleep(100);
        }
        nanos[i] = System.nanoTime() - began;
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_GAP_MILLIS));
      }
      job.cancel().get();
    }
    long[] sorted = Arrays.copyOfRange(nanos, WARM, alerts);
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%d alerts, from the line to the receiver: p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
        sorted.length,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6,
        sorted[sorted.length - 1] / 1e6);
    System.exit(0);
  }

  private static JobClient start(Path directory, AlertLogFile log, String url) throws Exception {
    Configuration options = new Configuration();
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, options);
    environment.enableCheckpointing(1_000);
    WhoIsTold whoIsTold = new WhoIsTold(PolicyReader.builtIn(), List.of(url));
    NotifyJob.define(
        environment,
        new NotifySettings(
            log.open(), directory, whoIsTold.policy(), List.of(url), StartAt.BEGINNING, null),
        new DeliverySettings(
            whoIsTold, ToldLatencyRun::courier, RetrySchedule.standard(), 1_000, null));
    return environment.executeAsync("notify");
  }

  private static Courier courier() {
    return NetworkCourier.of(
        new WhoIsTold(PolicyReader.builtIn(), List.of()).telling(),
        Map.of("BANWATCH_WEBHOOK_SECRET", SECRET));
  }
}
