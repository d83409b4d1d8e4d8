package io.banwatch.detect;

import io.banwatch.alert.Alert;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Prints what the pace signals are worth on real rates: noise per 100 key-days, and the seconds to
 * each story's alert, for both groups of rates and several seeds. Thresholds are judged by the
 * worst seed of both, never by one. Run it from the repository's root with {@code
 * jobs/src/test/evaluate-pace [--alerts] [SEED...]}.
 */
public final class PaceEvaluation {
  private static final int KEYS = 47;
  private static final int STORIES_EACH = 2;
  private static final long SECOND = 1_000;

  private PaceEvaluation() {}

  /**
   * Evaluates.
   *
   * @param arguments {@code --alerts} to list the noise, then seeds; 1 2 3 without
   */
  public static void main(String[] arguments) {
    boolean listed = arguments.length > 0 && arguments[0].equals("--alerts");
    long[] seeds =
        Arrays.stream(arguments).skip(listed ? 1 : 0).mapToLong(Long::parseLong).toArray();
    for (String group : ServegenRates.GROUPS) {
      List<ServegenClient> clients = ServegenRates.read(group);
      for (long seed : seeds.length == 0 ? new long[] {1, 2, 3} : seeds) {
        SimulatedFortnight fortnight = new SimulatedFortnight(clients, KEYS, STORIES_EACH, seed);
        PaceReplay replay = new PaceReplay(PaceSettings.defaults());
        replay.run(fortnight.keys);
        print(group, seed, fortnight, replay, listed);
      }
    }
  }

  private static void print(
      String group, long seed, SimulatedFortnight fortnight, PaceReplay replay, boolean listed) {
    PaceScore score = new PaceScore(fortnight, replay);
    System.out.printf(
        Locale.ROOT,
        "%s, seed %d: %d requests; days 1 to 3: %d episodes; later, per 100 key-days: %.2f found,"
            + " %.2f told (%.2f of all days) %s; about accounts: %d; stories told: %d of %d%n",
        group,
        seed,
        fortnight.keys.stream().mapToInt(SimulatedKey::size).sum(),
        score.early(),
        score.per100Found(),
        score.per100Told(),
        score.per100OfAllDays(),
        score.sources(),
        score.aboutAccounts(),
        score.caught(),
        fortnight.labels.size());
    for (SimulatedFortnight.Label label : fortnight.labels) {
      System.out.printf(
          Locale.ROOT,
          "  %-14s key %7s  account %7s%n",
          label.story().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          seconds(score.toldAfter(label)),
          seconds(score.accountToldAfter(label)));
    }
    if (listed) {
      for (Alert alert :
          score.noise(replay.toldLines.stream().map(PaceReplay.Told::line).toList())) {
        list(alert, fortnight.kind(alert));
      }
      replay.accountLines.stream().filter(line -> line.sequence() == 1).forEach(a -> list(a, ""));
    }
  }

  private static void list(Alert alert, String kind) {
    System.out.printf(
        Locale.ROOT,
        "  day %5.2f %s %s %s %s: %s%n",
        SimulatedKey.day(alert.startsAt()),
        kind,
        alert.subject().account(),
        alert.subject().keyAlias(),
        alert.signal(),
        alert.explanation().summary());
  }

  private static String seconds(OptionalLong millis) {
    return millis.isPresent() ? millis.getAsLong() / SECOND + " s" : "-";
  }
}
