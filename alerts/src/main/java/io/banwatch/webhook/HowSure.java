package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** In a few words, from the evidence, how far an alert may be trusted: what, against what. */
final class HowSure {
  /** Units that are counted, of which one is said without the last letter. */
  private static final Set<String> COUNTED =
      Set.of("requests", "tokens", "addresses", "answers", "tests");

  private HowSure() {}

  /**
   * For example {@code observed 420 requests in 60 s; alarming from 80; the most before was 33}, or
   * {@code observed AS3215 Orange; not seen in 145 requests before}.
   */
  static String of(Alert alert) {
    List<String> parts = new ArrayList<>();
    Fact observed = fact(alert, "observed");
    if (observed != null && observed.number() != null) {
      parts.add("observed " + value(observed) + unit(alert, observed) + window(alert));
      add(parts, "alarming from ", fact(alert, "threshold"), "");
    } else if (observed != null) {
      parts.add("observed " + value(observed));
      add(parts, "not seen in ", fact(alert, "requestsBefore"), " requests before");
    }
    add(parts, "the most before was ", fact(alert, "record"), "");
    add(parts, "learned from ", fact(alert, "learning"), "");
    Fact history = fact(alert, "historySeconds");
    if (fact(alert, "learning") == null && history != null && history.number() != null) {
      parts.add("learned from " + days(history.number()) + " of history");
    }
    add(parts, "", fact(alert, "geoNote"), "");
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String before, Fact fact, String after) {
    if (fact != null && !value(fact).isEmpty()) {
      parts.add(before + value(fact) + after);
    }
  }

  private static String unit(Alert alert, Fact observed) {
    Fact unit = fact(alert, "unit");
    if (unit == null || unit.text() == null) {
      return "";
    }
    boolean one = observed.number() == 1 && COUNTED.contains(unit.text());
    return " " + (one ? unit.text().substring(0, unit.text().length() - 1) : unit.text());
  }

  private static String window(Alert alert) {
    Fact window = fact(alert, "windowSeconds");
    return window == null || window.number() == null ? "" : " in " + value(window) + " s";
  }

  private static String days(double seconds) {
    double days = Math.rint(seconds / TimeUnit.DAYS.toSeconds(1) * 10) / 10;
    return Words.number(days) + (days == 1 ? " day" : " days");
  }

  private static String value(Fact fact) {
    return Words.value(fact);
  }

  private static Fact fact(Alert alert, String name) {
    for (Fact fact : alert.explanation().evidence()) {
      if (fact.name().equals(name)) {
        return fact;
      }
    }
    return null;
  }
}
