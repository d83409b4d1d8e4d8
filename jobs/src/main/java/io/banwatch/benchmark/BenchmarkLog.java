package io.banwatch.benchmark;

import io.banwatch.simulate.Simulation;
import io.banwatch.simulate.StoryCue;
import io.banwatch.simulate.world.World;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The simulated log that is measured. It is the same for the same shape, so it is written once and
 * kept.
 *
 * @param file the log, one record a line
 * @param records how many
 * @param bytes how long the file is
 */
record BenchmarkLog(Path file, long records, long bytes) {
  private static final long SEED = 1;
  private static final int BUFFER = 1 << 20;

  /** A key makes about 385 requests a day; so long a log has enough even of the quietest world. */
  private static final long FEWEST_A_DAY = 100;

  private static final int FEWEST_DAYS = 14;

  /** Alerts are rare, but their path is part of the job. */
  private static final List<String> STORIES =
      List.of("request-burst@2@+0d10h", "stolen-key@1@+0d14h", "vpn@0@+0d11h");

  /**
   * The log of this shape, from the directory or written there.
   *
   * @param directory exists and can be written
   * @param records how many, from the start of a Monday
   * @param keys how many of the gateway's keys take part, at least 1
   * @param messages is told when writing begins
   */
  static BenchmarkLog in(
      Path directory, RecordSize size, long records, int keys, Consumer<String> messages)
      throws IOException {
    String name =
        String.format(Locale.ROOT, "%s-%d-records-%d-keys.jsonl", size.word(), records, keys);
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      messages.accept("writing " + file + ", once...");
      Path unfinished = directory.resolve(name + ".tmp");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER)) {
        simulation(records, keys).writeFirst(records, size.format(), out, written -> {});
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return new BenchmarkLog(file, records, Files.size(file));
  }

  private static Simulation simulation(long records, int keys) {
    World world = World.of(SEED, keys);
    long days = Math.max(FEWEST_DAYS, records / keys / FEWEST_A_DAY + 1);
    Instant from = Simulation.DEFAULT_UNTIL;
    Instant until = from.plus(Duration.ofDays(days));
    List<StoryCue> stories =
        STORIES.stream()
            .filter(story -> keys >= STORIES.size())
            .map(story -> StoryCue.parse(story, world, from, until))
            .toList();
    return new Simulation(world, from, until, null, stories);
  }
}
