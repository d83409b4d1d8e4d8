package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What messages for people say, before any outlet's escaping. */
final class Words {
  private static final String OVER = "Over already: ";

  private Words() {}

  /** For example {@code Critical: impossible-travel, ci-bot#88dc1234}. */
  static String headline(Notice.Kind kind, Alert alert) {
    String begin = kind == Notice.Kind.MEANWHILE ? "Over already" : state(alert);
    return begin + ": " + alert.signal() + ", " + who(alert.subject());
  }

  /** A digest's headline. */
  static String headline(Content digest) {
    long firing = digest.alerts().stream().filter(told -> !told.resolved()).count();
    long over = digest.alerts().size() - firing;
    return firing + " firing, " + over + " resolved: " + who(digest.account());
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
    return String.format(Locale.ROOT, "%,.3f", value).replaceAll("0+$", "");
  }

  /** {@code recordAt} is {@code record at}. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
