package io.banwatch.store;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Stops InfluxDB under a {@code banwatch run --influx} for some minutes and starts it again: how
 * many points are missing at the end, and what it did to alerts; {@code src/test/store outage}.
 */
final class OutageRun {
  private static final int RATE = 200;
  private static final int KEYS = 200;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long CALM_SECONDS = 60;
  private static final long LAST_SECONDS = 300;
  private static final String DATABASE = "banwatch";

  private final Path directory;
  private final Map<String, Long> written = new ConcurrentHashMap<>();
  private final Map<String, Long> told = new ConcurrentHashMap<>();
  private volatile boolean ended;

  private OutageRun(Path directory) {
    this.directory = directory;
  }

  /**
   * Measures.
   *
   * @param arguments seconds of the outage; 600 without
   */
  public static void main(String[] arguments) throws Exception {
    int outage = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
    new OutageRun(Files.createTempDirectory("banwatch-outage")).measure(outage);
    System.exit(0);
  }

  private void measure(int outage) throws Exception {
    Path program = RealInfluxDb.program().orElseThrow();
    Path log = directory.resolve("log").resolve("usage.jsonl");
    Path out = directory.resolve("out");
    UsageLines usage = new UsageLines(log);
    try (InfluxServer server = InfluxServer.start(program, directory.resolve("influxdb"))) {
      InfluxAddress address = InfluxAddress.parse(server.url() + "/" + DATABASE, Map.of());
      InfluxSetup.at(address, Map.of()).run(false, words -> {});
      Process run = start(log.getParent(), out, address);
      Thread reader = new Thread(() -> follow(out.resolve("alerts.jsonl")), "alerts");
      reader.start();
      write(usage, "before", CALM_SECONDS);
      server.close();
      write(usage, "during", outage);
      server.start();
      long began = System.nanoTime();
      write(usage, "after", CALM_SECONDS);
      InfluxQl influxQl = new InfluxQl(address, Map.of(), Duration.ofMinutes(10));
      int missing = PointCounts.missing(out, influxQl);
      while (missing > 0 && System.nanoTime() - began < LAST_SECONDS * NANOS_PER_SECOND) {
        LockSupport.parkNanos(NANOS_PER_SECOND);
        missing = PointCounts.missing(out, influxQl);
      }
      int points = PointCounts.inLogs(out).values().stream().mapToInt(Integer::intValue).sum();
      System.out.printf(
          Locale.ROOT,
          "InfluxDB away for %d s of a run with %d records/s of %d keys: %,d points, %d missing;"
              + " alerts before: %s; meanwhile: %s; after: %s%n",
          outage,
          RATE,
          KEYS,
          points,
          missing,
          delays("before"),
          delays("during"),
          delays("after"));
      ended = true;
      run.destroy();
      run.waitFor(1, TimeUnit.MINUTES);
      reader.join();
    }
  }

  private Process start(Path log, Path out, InfluxAddress address) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.banwatch.cli.Banwatch",
            "run",
            "--from",
            log.toString(),
            "--out",
            out.toString(),
            "--influx",
            address.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("output.txt").toFile())
        .start();
  }

  private void write(UsageLines usage, String phase, long seconds) throws IOException {
    long begin = System.nanoTime();
    long sent = 0;
    long marked = 0;
    while (System.nanoTime() - begin < seconds * NANOS_PER_SECOND) {
      long due = (System.nanoTime() - begin) * RATE / NANOS_PER_SECOND;
      if (due > sent) {
        usage.append((int) (due - sent), KEYS);
        sent = due;
      }
      long second = (System.nanoTime() - begin) / NANOS_PER_SECOND;
      if (second > marked) {
        marked = second;
        String key = phase + "-" + second;
        written.put(key, System.nanoTime());
        usage.appendAlarming(key);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }

  private void follow(Path alerts) {
    try {
      while (!Files.exists(alerts) && !ended) {
        LockSupport.parkNanos(1_000_000);
      }
      try (InputStream in = Files.newInputStream(alerts)) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (!ended) {
          // A line may be seen before it is whole.
          for (byte each : in.readNBytes(in.available())) {
            if (each == '\n') {
              note(AlertJson.read(line.toByteArray()));
              line.reset();
            } else {
              line.write(each);
            }
          }
          LockSupport.parkNanos(1_000_000);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void note(Alert alert) {
    String key = alert.subject().keyAlias();
    if (key != null) {
      told.putIfAbsent(key, System.nanoTime());
    }
  }

  private String delays(String phase) {
    List<Long> millis =
        written.keySet().stream()
            .filter(key -> key.startsWith(phase) && told.containsKey(key))
            .map(key -> (told.get(key) - written.get(key)) / 1_000_000)
            .sorted()
            .toList();
    long expected = written.keySet().stream().filter(key -> key.startsWith(phase)).count();
    return millis.isEmpty()
        ? "none of " + expected
        : String.format(
            Locale.ROOT,
            "p50 %,d ms, p99 %,d ms (%d of %d told)",
            millis.get(millis.size() / 2),
            millis.get(Math.min(millis.size() - 1, millis.size() * 99 / 100)),
            millis.size(),
            expected);
  }
}
