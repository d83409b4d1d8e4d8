package io.banwatch.dashboards;

import java.util.Arrays;
import java.util.Set;

/** The colours that mean something, besides those of the levels. */
final class Palette {
  /** What was observed, and what is as it should be. */
  static final String OBSERVED = "#5794F2";

  /** What is no judgement: as light as a grid. */
  static final String QUIET = "#8E8E8E";

  private static final Set<String> OTHERS = Set.of(OBSERVED, QUIET);

  private Palette() {}

  static boolean holds(String colour) {
    return colour.isEmpty()
        || OTHERS.contains(colour)
        || Arrays.stream(Level.values()).anyMatch(level -> level.colour().equals(colour));
  }
}
