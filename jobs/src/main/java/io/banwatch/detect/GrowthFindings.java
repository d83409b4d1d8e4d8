package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.policy.Growth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes keys that rise together into a finding about their account. */
final class GrowthFindings {
  private static final int LARGEST = 3;
  private static final double SECOND = 1_000;
  private static final long GROWTH_ENDS_AFTER = 60 * 60_000L;

  private static final String REASON =
      "All keys of an account rising together looks like growth or a deploy from inside; the vendor"
          + " sees only an account far above its usual, and asks to ramp up gradually.";

  private GrowthFindings() {}

  /** How many times its threshold a pace alert's window holds, from its evidence. */
  static double thresholds(Alert line) {
    double threshold = number(line, "threshold");
    return threshold > 0 ? number(line, "observed") / threshold : 0;
  }

  /** The window of a pace alert, from its evidence, in milliseconds. */
  static long windowMillis(Alert line) {
    return Math.round(number(line, "windowSeconds") * SECOND);
  }

  /** When keys last rose together in the measure and window of a pace alert. */
  static GrownWindow grown(GrowthState state, Alert line) {
    int place = AboveRecord.place(text(line, "unit"), windowMillis(line));
    return place < state.grown.size() ? state.grown.get(place) : new GrownWindow();
  }

  /** Keeps the line's key if it is among those that went furthest in this growth. */
  static void remember(GrowthState state, Alert line) {
    String name =
        line.subject().keyAlias() == null ? line.subject().key() : line.subject().keyAlias();
    state.largest.removeIf(
        key -> key.name.equals(name) || key.at < line.changedAt() - GROWTH_ENDS_AFTER);
    GrownKey grown = new GrownKey();
    grown.name = name;
    grown.at = line.changedAt();
    grown.thresholds = thresholds(line);
    grown.words =
        PaceWords.amount(number(line, "observed"))
            + " "
            + text(line, "unit")
            + " in "
            + PaceWords.duration(windowMillis(line));
    state.largest.add(grown);
    state.largest.sort(Comparator.comparingDouble((GrownKey key) -> key.thresholds).reversed());
    if (state.largest.size() > LARGEST) {
      state.largest.remove(LARGEST);
    }
  }

  /**
   * What is told of the account: its magnitude is in thresholds, as that of the account's own pace,
   * with which it shares an episode.
   */
  static Finding aboutAccount(GrowthState state, Alert line, Growth settings, long quietMillis) {
    GrownWindow grown = grown(state, line);
    int rising = estimate(grown.rising, grown);
    int keys = estimate(grown.active, grown);
    List<String> largest = new ArrayList<>();
    for (GrownKey key : state.largest) {
      largest.add(key.name + " (" + key.words + ")");
    }
    return new Finding(
        line.signal(),
        Severity.WARNING,
        Math.max(rising / leastRising(keys, settings), 1),
        line.changedAt(),
        quietMillis,
        () -> explain(rising, keys, String.join(", ", largest), settings));
  }

  private static int estimate(int sampled, GrownWindow grown) {
    return grown.active == 0
        ? sampled
        : (int) Math.round((double) sampled * grown.keys / grown.active);
  }

  /** How many keys are most siblings of one, and that one. */
  private static double leastRising(int keys, Growth settings) {
    return Math.ceil(settings.siblingShare() * (keys - 1)) + 1;
  }

  private static Explanation explain(int rising, int keys, String largest, Growth settings) {
    return new Explanation(
        rising
            + " of "
            + keys
            + " active keys of this account rise together: growth, told once here instead of for"
            + " each key; the largest: "
            + largest,
        REASON,
        List.of(
            Fact.of("observed", (double) rising),
            Fact.of("threshold", leastRising(keys, settings)),
            Fact.of("unit", "rising keys"),
            Fact.of("activeKeys", (double) keys),
            Fact.of("largest", largest)),
        List.of(
            "If a deploy or a launch explains it, ramp up in steps and tell the vendor beforehand"
                + " next time; declare it as a planned event in the policy.",
            "If nothing explains it, look at the largest keys first: a shared client or a leaked"
                + " configuration raises all keys at once.",
            "Check the account's limits: what all keys send together is what they are held"
                + " against."));
  }

  private static double number(Alert line, String name) {
    for (Fact fact : line.explanation().evidence()) {
      if (fact.name().equals(name) && fact.number() != null) {
        return fact.number();
      }
    }
    return 0;
  }

  private static String text(Alert line, String name) {
    for (Fact fact : line.explanation().evidence()) {
      if (fact.name().equals(name) && fact.text() != null) {
        return fact.text();
      }
    }
    return "";
  }
}
