package io.banwatch.simulate;

import io.banwatch.simulate.record.RecordFormat;
import io.banwatch.simulate.world.World;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The bundled week: 40 keys of 3 vendor accounts, from a Monday 00:00 UTC, with a story for each
 * signal on keys and days of their own, and near misses between.
 */
public final class DemoWeek {
  private static final int KEYS = 40;
  private static final long SEED = 7;
  private static final Duration LASTS = Duration.ofDays(7);
  private static final List<String> STORIES =
      List.of(
          "two-regions@checkout-helper@+1d12h",
          "new-key@lena@+2d08h",
          "subscription-genuine@priya@+2d09h",
          "request-burst@ci-runner@+2d14h5m",
          "traveller-impossible@ben@+3d10h20m",
          "deploy-x3@support-bot@+3d13h",
          "unsupported-region@tariq@+3d20h",
          "subscription-foreign-client@oscar@+4d09h30m",
          "new-country@grace@+4d07h",
          "vpn@david@+4d11h",
          "token-burst@chloe@+4d15h30m",
          "auth-failures@voice-agent@+5d09h15m",
          "stolen-key@mail-drafts@+5d22h",
          "account-disabled@search-api@+6d17h40m");

  private DemoWeek() {}

  /** The week as a simulation. */
  public static Simulation simulation() {
    World world = World.of(SEED, KEYS);
    Instant until = Simulation.DEFAULT_UNTIL;
    Instant from = until.minus(LASTS);
    List<StoryCue> cues =
        STORIES.stream().map(text -> StoryCue.parse(text, world, from, until)).toList();
    return new Simulation(world, from, until, null, cues);
  }

  /**
   * Writes the week's log, slim and with limits, NDJSON, in place of a file that is there already.
   *
   * @return what happened, in the order of its start; {@link Label#told} is a line for people
   * @throws IOException when the file cannot be written
   */
  public static List<Label> write(Path log) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log), 1 << 16)) {
      return simulation().write(RecordFormat.slimWithLimits(), out, records -> {});
    }
  }
}
