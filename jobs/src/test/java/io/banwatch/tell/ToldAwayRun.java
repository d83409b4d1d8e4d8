package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.policy.Policy;
import io.banwatch.policy.PolicyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Two receivers are away for an hour, one of them with a digest, and a third is well. The hour and
 * all delays are shortened alike; times are told as if they were not. Prints what arrives; for
 * people.
 */
final class ToldAwayRun {
  private static final int HOUR_MINUTES = 60;
  private static final int EPISODES = 12;
  private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);

  private static final String NOTICES = Notices.register(System.out::println);

  private static int shown;

  private ToldAwayRun() {}

  /**
   * Runs.
   *
   * @param arguments how many seconds the hour lasts
   */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    double share = TimeUnit.SECONDS.toMillis(seconds) / (double) HOUR_MILLIS;
    Path directory = Files.createTempDirectory("banwatch-told-away");
    AlertLogFile log = new AlertLogFile(directory);
    try (ScriptedServer server = new ScriptedServer()) {
      server.answers(503);
      JobClient job = start(directory, log, server, share);
      long began = System.nanoTime();
      for (int minute = 0; minute < HOUR_MINUTES; minute++) {
        at(began, minute, share);
        append(log, minute);
        show(server, began, share);
      }
      server.answers(200);
      System.out.println("after an hour they are back");
      for (int minute = HOUR_MINUTES; minute < HOUR_MINUTES + 20; minute++) {
        at(began, minute, share);
        show(server, began, share);
      }
      job.cancel().get();
    }
    System.exit(0);
  }

  private static void at(long began, double minute, double share) throws InterruptedException {
    long nanos = (long) (TimeUnit.MINUTES.toNanos(1) * minute * share);
    long left = began + nanos - System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
  }

  /** Every five minutes an episode begins; every second one ends, every third one climbs. */
  private static void append(AlertLogFile log, int minute) throws Exception {
    int episode = minute / (HOUR_MINUTES / EPISODES);
    String id = String.format(Locale.ROOT, "%024x", episode);
    Alert change =
        switch (minute % (HOUR_MINUTES / EPISODES)) {
          case 0 -> ToldAlerts.firing(id, 1);
          case 2 -> episode % 3 == 0 ? ToldAlerts.critical(id, 2) : null;
          case 4 -> episode % 2 == 0 ? ToldAlerts.resolved(id, 3) : null;
          default -> null;
        };
    if (change != null) {
      log.append(change);
    }
  }

  private static void show(ScriptedServer server, long began, double share) {
    List<ScriptedServer.Request> taken = server.taken();
    for (ScriptedServer.Request each : taken.subList(shown, taken.size())) {
      String body = each.body();
      String type = body.substring(body.indexOf("alert."), body.indexOf('"', 9));
      System.out.printf(
          Locale.ROOT,
          "%5.1f min  %-8s %-40s %s%s%n",
          (System.nanoTime() - began) / 1e9 / 60 / share,
          each.path(),
          each.id(),
          type,
          body.contains("\"meanwhile\":true") ? " meanwhile" : "");
    }
    shown = taken.size();
  }

  private static JobClient start(
      Path directory, AlertLogFile log, ScriptedServer server, double share) throws Exception {
    Policy policy =
        PolicyReader.fromText(
            String.format(
                Locale.ROOT,
                """
                schemaVersion: 1
                receivers:
                  - {name: away, format: standard, url: "%s", secretFrom: env:SECRET}
                  - {name: digest, format: standard, url: "%s", secretFrom: env:SECRET, digest: {groupSeconds: 1}}
                  - {name: well, format: standard, url: "%s", secretFrom: env:SECRET}
                """,
                server.url("/ok"),
                server.url("/ok-too"),
                server.url("/200")));
    Configuration options = new Configuration();
    options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(1, options);
    Courier.Maker network =
        () ->
            NetworkCourier.of(
                policy.telling(), Map.of("SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    RetrySchedule usual = RetrySchedule.standard();
    NotifyJob.define(
        environment,
        new NotifySettings(
            log.open(), directory, policy, List.of(), StartAt.OPEN_EPISODES, NOTICES),
        new DeliverySettings(
            new WhoIsTold(policy, List.of()),
            network,
            new RetrySchedule(
                (long) Math.ceil(usual.firstMillis() * share),
                (long) (usual.longestMillis() * share),
                (long) (usual.giveUpMillis() * share)),
            1_000,
            NOTICES));
    return environment.executeAsync("away");
  }
}
