package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What messages for people say, before any outlet's escaping. */
final class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String OVER = "Over already: ";

  private Words() {}

  /** For example {@code Critical: impossible-travel, ci-bot#88dc1234}. */
  static String headline(Notice.Kind kind, Alert alert) {
    String begin = kind == Notice.Kind.MEANWHILE ? "Over already" : state(alert);
    return begin + ": " + alert.signal() + ", " + who(alert.subject());
  }

  /** A digest's headline, the worst first: {@code 1 critical, 2 info, 1 resolved: openai / a}. */
  static String headline(Content digest) {
    Map<String, Integer> states = new LinkedHashMap<>();
    for (String state : List.of("critical", "warning", "info", "resolved")) {
      states.put(state, 0);
    }
    for (Told told : digest.alerts()) {
      states.merge(state(told.alert()).toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    List<String> parts = new ArrayList<>();
    states.forEach(
        (state, number) -> {
          if (number > 0) {
            parts.add(number + " " + state);
          }
        });
    return String.join(", ", parts) + ": " + who(digest.account());
  }

  /** A time for people: {@code 2026-11-11 14:05:32 UTC}. */
  static String time(long epochMillis) {
    return TIME.format(Instant.ofEpochMilli(epochMillis));
  }

  /** The severity, or that it is over. */
  static String state(Alert alert) {
    if (alert.status() == AlertStatus.RESOLVED) {
      return "Resolved";
    }
    return switch (alert.severity()) {
      case INFO -> "Info";
      case WARNING -> "Warning";
      case CRITICAL -> "Critical";
    };
  }

  /** The summary, which says so when the episode is over. */
  static String summary(Notice.Kind kind, Alert alert) {
    String summary = alert.explanation().summary();
    return kind == Notice.Kind.MEANWHILE ? OVER + summary : summary;
  }

  /** The key, else the account, else the feed. */
  static String who(Subject subject) {
    if (subject.key() != null) {
      return KeyLabel.of(subject);
    }
    return subject.vendor() == null ? "the usage log" : account(subject);
  }

  /** Vendor and account; empty for the feed. */
  static String account(Subject subject) {
    return subject.vendor() == null ? "" : subject.vendor() + " / " + subject.account();
  }

  /** The next steps. */
  static List<String> nextSteps(Alert alert) {
    return alert.explanation().nextSteps();
  }

  /** The evidence, a line for each fact. */
  static List<String> evidence(Alert alert) {
    List<String> lines = new ArrayList<>();
    for (Fact fact : alert.explanation().evidence()) {
      lines.add(words(fact.name()) + ": " + value(fact));
    }
    return lines;
  }

  /** A fact's value; empty when there is none. */
  static String value(Fact fact) {
    if (fact.number() != null) {
      return Double.isFinite(fact.number()) ? number(fact.number()) : "";
    }
    return fact.text() == null ? "" : fact.text();
  }

  /** With three decimals at most, and with commas between thousands. */
  static String number(double value) {
    if (value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, "%,.3f", value).replaceAll("\\.?0+$", "");
  }

  /** {@code recordAt} is {@code record at}. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
