package io.banwatch.tell;

import io.banwatch.simulate.DemoWeek;
import io.banwatch.simulate.record.RecordFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills {@code banwatch run} as often as asked while it tells a week's alerts to four receivers
 * (one well, one that fails every third time, one slow, one that is away until half of the kills
 * are done), and says for each alert what each of them saw; for people.
 */
final class ToldKillRun {
  private static final double QUIET_SHARE = 0.25;
  private static final int WHOLE_WEEK = 200_000;
  private static final int LONGEST_LIFE_MILLIS = 2_000;
  private static final int LONGEST_WAIT_LOOKS = 600;
  private static final long LOOK_MILLIS = 100;
  private static final long LAST_LIFE_SECONDS = 180;

  private ToldKillRun() {}

  /**
   * Runs.
   *
   * @param arguments how often to kill, and a seed
   */
  public static void main(String[] arguments) throws Exception {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    Random random = new Random(arguments.length > 1 ? Long.parseLong(arguments[1]) : 1);
    Path directory = Files.createTempDirectory("banwatch-told-kills");
    Path log = Files.createDirectories(directory.resolve("log")).resolve("usage.jsonl");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DemoWeek.simulation().writeFirst(WHOLE_WEEK, RecordFormat.slim(), bytes, written -> {});
    byte[] week = bytes.toByteArray();
    try (ScriptedServer server = new ScriptedServer()) {
      policy(directory, server);
      server.answers(503);
      append(log, week, 0, share(week, 0, kills));
      for (int kill = 0; kill < kills; kill++) {
        if (kill == kills - kills / 10) {
          server.answers(200);
        }
        append(log, week, share(week, kill, kills), share(week, kill + 1, kills));
        Process run = start(directory);
        // It is killed soon after it has written or sent something.
        await(run, directory, server);
        run.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
        run.destroyForcibly().waitFor();
      }
      append(log, week, share(week, kills, kills), week.length);
      Process last = start(directory);
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_LIFE_SECONDS);
      int quiet = 0;
      for (int before = -1; quiet < 10 && System.nanoTime() < until; ) {
        last.waitFor(2, TimeUnit.SECONDS);
        int now = server.requests().size() + lines(directory).size();
        quiet = now == before && now > 0 ? quiet + 1 : 0;
        before = now;
      }
      last.destroy();
      last.waitFor();
      ToldReport report = ToldReport.of(lines(directory), server);
      report.print(System.out);
      System.out.printf(Locale.ROOT, "%d kills; %s%n", kills, report.sum());
      System.exit(report.isSound() ? 0 : 1);
    }
  }

  /** Nothing is alarming in the week's beginning, so that is there before the first kill. */
  private static int share(byte[] week, int kill, int kills) {
    return (int) (week.length * (QUIET_SHARE + (1 - QUIET_SHARE) * kill / (kills + 1)));
  }

  private static void await(Process run, Path directory, ScriptedServer server)
      throws InterruptedException, IOException {
    int requests = server.requests().size();
    int lines = lines(directory).size();
    for (int look = 0; look < LONGEST_WAIT_LOOKS; look++) {
      run.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (server.requests().size() > requests || lines(directory).size() > lines) {
        return;
      }
    }
  }

  private static void policy(Path directory, ScriptedServer server) throws IOException {
    StringBuilder policy = new StringBuilder("schemaVersion: 1\nreceivers:\n");
    ToldReport.RECEIVERS.forEach(
        (name, path) ->
            policy.append(
                String.format(
                    "  - {name: %s, format: standard, url: \"%s\", secretFrom:"
                        + " env:BANWATCH_WEBHOOK_SECRET}%n",
                    name, server.url(path))));
    Files.writeString(directory.resolve("policy.yaml"), policy);
  }

  private static List<String> lines(Path directory) throws IOException {
    Path alerts = directory.resolve("out").resolve("alerts.jsonl");
    return Files.exists(alerts) ? Files.readAllLines(alerts) : List.of();
  }

  private static void append(Path log, byte[] week, int from, int until) throws IOException {
    try (OutputStream stream =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      stream.write(week, from, until - from);
    }
  }

  private static Process start(Path directory) throws IOException {
    ProcessBuilder run =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "io.banwatch.cli.Banwatch",
            "run",
            "--from",
            directory.resolve("log").toString(),
            "--out",
            directory.resolve("out").toString(),
            "--checkpoint-seconds",
            "1",
            "--policy",
            directory.resolve("policy.yaml").toString());
    run.environment().put("BANWATCH_WEBHOOK_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    return run.redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("output.txt").toFile()))
        .start();
  }
}
