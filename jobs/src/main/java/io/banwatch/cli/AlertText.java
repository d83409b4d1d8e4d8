package io.banwatch.cli;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.PlainText;
import io.banwatch.alert.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One change of an alert as one line of a terminal: time in UTC, severity, signal, whom it is
 * about, and the summary. Texts from the log come out escaped.
 */
final class AlertText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int WORD_WIDTH = 8;
  private static final int SIGNAL_WIDTH = 19;
  private static final int LONGEST_NAME = 24;
  private static final int LONGEST_SUMMARY = 400;
  private static final int HASH_SHOWN = 8;

  private final Terminal terminal;

  AlertText(Terminal terminal) {
    this.terminal = terminal;
  }

  String of(Alert alert) {
    String word = pad(wordOf(alert), WORD_WIDTH);
    String before = TIME.format(Instant.ofEpochMilli(alert.changedAt())) + "  ";
    String after =
        "  "
            + pad(PlainText.of(alert.signal(), LONGEST_NAME), SIGNAL_WIDTH)
            + "  "
            + nameOf(alert.subject())
            + "  "
            + PlainText.of(alert.explanation().summary(), LONGEST_SUMMARY);
    int room = Math.max(1, terminal.width() - before.length() - word.length());
    return before + terminal.coloured(colourOf(alert), word) + PlainText.of(after, room);
  }

  /** The severity, loud; or that it is over. */
  static String wordOf(Alert alert) {
    return alert.status() == AlertStatus.RESOLVED
        ? alert.status().word()
        : alert.severity().word().toUpperCase(Locale.ROOT);
  }

  static Colour colourOf(Alert alert) {
    return alert.status() == AlertStatus.RESOLVED ? Colour.OVER : Colour.of(alert.severity());
  }

  /** The key's alias, else the head of its hash, else the account. */
  static String nameOf(Subject subject) {
    if (subject.key() == null) {
      return PlainText.of(subject.account(), LONGEST_NAME);
    }
    if (subject.keyAlias() != null) {
      return PlainText.of(subject.keyAlias(), LONGEST_NAME);
    }
    return PlainText.of(subject.key(), LONGEST_NAME)
        .substring(0, Math.min(HASH_SHOWN, subject.key().length()));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
