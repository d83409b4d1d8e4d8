package io.banwatch.simulate;

import io.banwatch.simulate.record.RecordFormat;
import io.banwatch.simulate.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Small simulations for tests. */
final class Simulations {
  static final Instant FROM = Simulation.DEFAULT_UNTIL.minus(Duration.ofDays(7));

  private Simulations() {}

  /** A week of six keys: search-api, anna, ben, nightly-eval, chloe, support-bot. */
  static Simulation week(String... stories) {
    return week(5, stories);
  }

  static Simulation week(long seed, String... stories) {
    World world = World.of(seed, 6);
    List<StoryCue> cues = new ArrayList<>();
    for (String story : stories) {
      cues.add(StoryCue.parse(story, world, FROM, Simulation.DEFAULT_UNTIL));
    }
    return new Simulation(world, FROM, Simulation.DEFAULT_UNTIL, null, cues);
  }

  static List<String> slimLines(Simulation simulation) {
    return written(simulation, RecordFormat.slim()).lines();
  }

  static List<String> fullLines(Simulation simulation) {
    return written(simulation, RecordFormat.full()).lines();
  }

  static Written written(Simulation simulation, RecordFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      List<Label> labels = simulation.write(format, out, records -> {});
      return new Written(out.toString(StandardCharsets.UTF_8).lines().toList(), labels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A log and its labels. */
  record Written(List<String> lines, List<Label> labels) {}
}
