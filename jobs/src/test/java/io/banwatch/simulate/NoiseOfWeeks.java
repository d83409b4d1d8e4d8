package io.banwatch.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banwatch.alert.Alert;
import io.banwatch.flow.ReplayJob;
import io.banwatch.flow.ReplayListener;
import io.banwatch.flow.ReplaySettings;
import io.banwatch.simulate.rates.Trace;
import io.banwatch.simulate.record.RecordFormat;
import io.banwatch.simulate.traffic.Merge;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.world.World;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints the noise of two weeks of 47 keys that real rates drive and nothing happens to, through
 * the whole job as {@code simulate} and {@code replay} run it: warnings and above per 100 key-days,
 * the first three days apart. Thresholds are judged by the worst seed of several rates files. Run
 * it with {@code jobs/src/test/noise-of-weeks [--alerts] RATES TOKENS [SEED...]}.
 */
public final class NoiseOfWeeks {
  private static final int DAYS = 14;
  private static final int KEYS = 47;
  private static final double MEAN_REQUESTS_PER_SECOND = 0.02;
  private static final long MICROS_A_DAY = 86_400_000_000L;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ReplayListener NOBODY =
      new ReplayListener() {
        @Override
        public void alert(Alert line) {}

        @Override
        public void progress(long bytesRead, long bytesTotal, long records) {}
      };

  private NoiseOfWeeks() {}

  /**
   * Simulates, replays and prints.
   *
   * @param arguments {@code --alerts} to list the noise, a rates file, its tokens file, then seeds;
   *     1 2 3 without
   * @throws Exception when a file cannot be read or the job fails
   */
  public static void main(String[] arguments) throws Exception {
    boolean listed = arguments.length > 0 && arguments[0].equals("--alerts");
    List<String> rest = Arrays.asList(arguments).subList(listed ? 1 : 0, arguments.length);
    if (rest.size() < 2) {
      System.err.println("expected [--alerts] RATES TOKENS [SEED...]");
      System.exit(2);
    }
    Trace trace = Trace.read(Path.of(rest.get(0)), Path.of(rest.get(1)), MEAN_REQUESTS_PER_SECOND);
    List<String> seeds = rest.size() > 2 ? rest.subList(2, rest.size()) : List.of("1", "2", "3");
    for (String seed : seeds) {
      Path directory = Files.createTempDirectory("noise-of-weeks");
      try {
        WeekNoise noise = noise(trace, Long.parseLong(seed), directory);
        System.out.printf(
            Locale.ROOT, "%s, seed %s: %s%n", Path.of(rest.get(0)).getFileName(), seed, noise);
        if (listed) {
          noise.openings().forEach(System.out::println);
        }
      } finally {
        delete(directory);
      }
    }
  }

  private static WeekNoise noise(Trace trace, long seed, Path directory) throws Exception {
    Instant until = Simulation.DEFAULT_UNTIL;
    Instant from = until.minus(Duration.ofDays(DAYS));
    Path log = directory.resolve("usage.jsonl");
    WeekNoise noise = new WeekNoise(from, DAYS, KEYS);
    write(new Simulation(World.of(seed, KEYS), from, until, trace, List.of()), log, noise);
    Path out = Files.createDirectory(directory.resolve("out"));
    ReplayJob.run(
        new ReplaySettings(List.of(log.toString()), out, "schemaVersion: 1", null, null, 1),
        NOBODY);
    for (String line : Files.readAllLines(out.resolve("alerts.jsonl"))) {
      JsonNode alert = JSON.readTree(line);
      noise.alert(alert);
    }
    return noise;
  }

  private static void write(Simulation simulation, Path log, WeekNoise noise) throws IOException {
    RecordFormat format = RecordFormat.slim();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log))) {
      Merge requests = simulation.merge();
      for (Request next = requests.next(); next != null; next = requests.next()) {
        format.write(next, out);
        noise.request(next.key.index(), Math.floorDiv(next.end, MICROS_A_DAY));
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    try (java.util.stream.Stream<Path> all = Files.walk(directory)) {
      all.forEach(files::add);
    }
    for (int i = files.size() - 1; i >= 0; i--) {
      Files.delete(files.get(i));
    }
  }
}
