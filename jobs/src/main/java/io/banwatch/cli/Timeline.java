package io.banwatch.cli;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Alerts day by day beside the stories that were planted, for a person to read through. */
final class Timeline {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String INDENT = " ".repeat(12);
  private static final int WORD_WIDTH = 10;
  private static final int LONGEST_SENTENCE = 400;

  private final Terminal terminal;
  private final List<PlantedStory> stories;
  private final List<Alert> alerts;

  /**
   * @param alerts every alert line of the replay
   */
  Timeline(Terminal terminal, List<PlantedStory> stories, List<Alert> alerts) {
    this.terminal = terminal;
    this.stories = stories;
    this.alerts = alerts;
  }

  /** Prints the days on which something happened, each with its heading. */
  void print() {
    LocalDate day = null;
    for (Entry entry : entries()) {
      LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(entry.at()), ZoneOffset.UTC);
      if (!today.equals(day)) {
        terminal.print("");
        terminal.print(terminal.coloured(Colour.HEADING, DAY.format(today)));
        day = today;
      }
      entry.lines().forEach(terminal::print);
    }
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    stories.forEach(story -> entries.add(entry(story)));
    alerts.stream()
        .filter(alert -> alert.status() == AlertStatus.FIRING && opensOrClimbs(alert))
        .forEach(alert -> entries.add(entry(alert)));
    // A stable sort: a story stands before the alert that its first record raises.
    entries.sort(Comparator.comparingLong(Entry::at));
    return entries;
  }

  private boolean opensOrClimbs(Alert alert) {
    return alerts.stream()
        .filter(other -> other.id().equals(alert.id()) && other.sequence() < alert.sequence())
        .allMatch(other -> other.severity() != alert.severity());
  }

  private Entry entry(PlantedStory story) {
    String heading = (story.isNearMiss() ? "near miss: " : "story: ") + story.label().told();
    List<String> lines = new ArrayList<>();
    for (String line : Lines.wrap(PlainText.of(heading, LONGEST_SENTENCE), textWidth())) {
      lines.add(INDENT + terminal.coloured(Colour.ASIDE, line));
    }
    return new Entry(story.fromMillis(), lines);
  }

  private Entry entry(Alert alert) {
    String word = AlertText.wordOf(alert);
    List<String> lines = new ArrayList<>();
    lines.add(
        "  "
            + TIME.format(Instant.ofEpochMilli(alert.changedAt()))
            + "  "
            + terminal.coloured(AlertText.colourOf(alert), word)
            + " ".repeat(Math.max(1, WORD_WIDTH - word.length()))
            + PlainText.of(alert.signal(), LONGEST_SENTENCE)
            + "  "
            + AlertText.nameOf(alert.subject()));
    String summary = PlainText.of(alert.explanation().summary(), LONGEST_SENTENCE);
    for (String line : Lines.wrap(summary, textWidth())) {
      lines.add(INDENT + line);
    }
    return new Entry(alert.changedAt(), lines);
  }

  private int textWidth() {
    return terminal.textWidth() - INDENT.length();
  }

  private record Entry(long at, List<String> lines) {}
}
