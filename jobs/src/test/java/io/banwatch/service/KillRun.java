package io.banwatch.service;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Kills {@code banwatch run} as often as asked and says what it told; {@code src/test/kill-run}.
 */
final class KillRun {
  private static final int WHOLE_WEEK = 200_000;

  private KillRun() {}

  /**
   * Runs.
   *
   * @param arguments how often to kill, and a seed
   */
  public static void main(String[] arguments) throws Exception {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    Path directory = Files.createTempDirectory("banwatch-kills");
    KilledRuns.Outcome outcome = new KilledRuns(directory, WHOLE_WEEK, seed).killed(kills);
    int told = outcome.told().size();
    boolean same =
        told >= outcome.settled()
            && told <= outcome.replayed().size()
            && outcome.replayed().subList(0, told).equals(outcome.told());
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
    System.exit(same ? 0 : 1);
  }
}
