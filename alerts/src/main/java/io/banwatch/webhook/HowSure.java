package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** In a few words, from the evidence, how far an alert may be trusted: what, against what. */
final class HowSure {
  private HowSure() {}

  /**
   * For example {@code observed 420 requests in 60 s; alarming from 80; the most before was 33}.
   */
  static String of(Alert alert) {
    List<String> parts = new ArrayList<>();
    Fact observed = fact(alert, "observed");
    if (observed != null) {
      parts.add("observed " + value(observed) + unit(alert) + window(alert));
    }
    add(parts, "alarming from ", fact(alert, "threshold"));
    add(parts, "the most before was ", fact(alert, "record"));
    add(parts, "learned from ", fact(alert, "learning"));
    Fact history = fact(alert, "historySeconds");
    if (fact(alert, "learning") == null && history != null && history.number() != null) {
      parts.add("learned from " + days(history.number()) + " days of history");
    }
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String words, Fact fact) {
    if (fact != null && !value(fact).isEmpty()) {
      parts.add(words + value(fact));
    }
  }

  private static String unit(Alert alert) {
    Fact unit = fact(alert, "unit");
    return unit == null || unit.text() == null || fact(alert, "observed").number() == null
        ? ""
        : " " + unit.text();
  }

  private static String window(Alert alert) {
    Fact window = fact(alert, "windowSeconds");
    return window == null || window.number() == null ? "" : " in " + value(window) + " s";
  }

  private static String days(double seconds) {
    return Words.number(Math.rint(seconds / TimeUnit.DAYS.toSeconds(1) * 10) / 10);
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
