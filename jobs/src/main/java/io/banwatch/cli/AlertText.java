package io.banwatch.cli;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.PlainText;
import io.banwatch.alert.Subject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One change of an alert for a terminal: time in UTC, severity, signal, whom it is about, and the
 * summary. One line where it fits, else the summary stands below, in lines of its own: it is what a
 * person needs most. Texts from the log come out escaped.
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

  /** The lines, at least one. */
  List<String> of(Alert alert) {
    String word = pad(wordOf(alert), WORD_WIDTH);
    String time = TIME.format(Instant.ofEpochMilli(alert.changedAt())) + "  ";
    String about =
        "  "
            + pad(PlainText.of(alert.signal(), LONGEST_NAME), SIGNAL_WIDTH)
            + "  "
            + nameOf(alert.subject());
    String summary = PlainText.of(alert.explanation().summary(), LONGEST_SUMMARY);
    int room = terminal.width() - time.length() - word.length();
    String shownWord = terminal.coloured(colourOf(alert), word);
    if (about.length() + 2 + summary.length() <= room) {
      return List.of(time + shownWord + about + "  " + summary);
    }
    List<String> lines = new ArrayList<>();
    lines.add(time + shownWord + PlainText.of(about, Math.max(1, room)));
    String indent = " ".repeat(Math.min(time.length(), terminal.width() / 3));
    Lines.wrap(summary, terminal.width() - indent.length())
        .forEach(line -> lines.add(indent + line));
    return lines;
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

  /** The key's alias, else the head of its hash, else the account; or that it is the feed. */
  static String nameOf(Subject subject) {
    if (subject.isFeed()) {
      return "the feed";
    }
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
