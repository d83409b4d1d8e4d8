package io.banwatch.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Kills {@code banwatch run} as often as asked and says what it told; {@code src/test/kill-run}.
 */
final class KillRun {
  private static final int WHOLE_WEEK = 200_000;
  private static final int SHOWN = 10;

  private KillRun() {}

  /**
   * Runs.
   *
   * @param arguments how often to kill, a seed, and how many records of the week; 100, 1 and all
   *     without
   */
  public static void main(String[] arguments) throws Exception {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    int records = arguments.length > 2 ? Integer.parseInt(arguments[2]) : WHOLE_WEEK;
    Path directory = Files.createTempDirectory("banwatch-kills");
    KilledRuns.Outcome outcome = new KilledRuns(directory, records, seed).killed(kills);
    int told = outcome.told().size();
    boolean same =
        told >= outcome.settled()
            && told <= outcome.replayed().size()
            && outcome.replayed().subList(0, told).equals(outcome.told());
    KilledPoints.Difference points = outcome.points();
    System.out.printf(
        "%d kills, seed %d: %d lines told, %d repeats; the replay tells %d, of which %d before the"
            + " log's last minutes; the same lines in the same order: %s%n",
        kills,
        seed,
        told,
        outcome.repeats(),
        outcome.replayed().size(),
        outcome.settled(),
        same ? "yes" : "NO, see " + directory);
    System.out.printf(
        "metric log: %d points of the replay, %d missing, %d with other values; %d more%n",
        points.compared(), points.missing().size(), points.other().size(), points.more().size());
    Stream.of(points.missing(), points.other(), points.more())
        .flatMap(places -> places.stream().limit(SHOWN))
        .forEach(System.out::println);
    System.exit(same && points.isNone() ? 0 : 1);
  }
}
