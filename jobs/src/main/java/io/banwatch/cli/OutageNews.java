package io.banwatch.cli;

import io.banwatch.store.StoreProgress.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells a person that InfluxDB takes no points: when it begins, that it lasts, when it is over. */
final class OutageNews {
  /** Shorter ones, such as one lost connection, are nobody's business. */
  static final Duration SHORT = Duration.ofSeconds(3);

  private static final Duration BETWEEN_REASONS = Duration.ofSeconds(10);
  private static final Duration FIRST_REPEAT = Duration.ofMinutes(1);
  private static final Duration LAST_REPEAT = Duration.ofHours(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Terminal terminal;
  private final Clock clock;
  private final String meanwhile;
  private String told;
  private long sinceMillis;
  private long toldMillis;
  private long repeatMillis;

  /**
   * @param meanwhile what goes on all the same, after a semicolon, or empty
   */
  OutageNews(Terminal terminal, Clock clock, String meanwhile) {
    this.terminal = terminal;
    this.clock = clock;
    this.meanwhile = meanwhile;
  }

  /** A first question, before any point, was not answered well: this is said at once. */
  synchronized void begins(Trouble trouble, String waiting) {
    if (told == null) {
      begin(trouble, waiting, clock.millis());
    }
  }

  /**
   * There is trouble at this moment.
   *
   * @param waiting what waits and where, as in "they wait in DIR"
   */
  synchronized void troubled(Trouble trouble, String waiting) {
    long now = clock.millis();
    if (told == null) {
      if (now - trouble.sinceMillis() >= SHORT.toMillis()) {
        begin(trouble, waiting, now);
      }
      return;
    }
    sinceMillis = Math.min(sinceMillis, trouble.sinceMillis());
    boolean isOther =
        !told.equals(trouble.words()) && now - toldMillis >= BETWEEN_REASONS.toMillis();
    if (isOther || now >= repeatMillis) {
      say(
          "points are not stored for "
              + Amount.time(Duration.ofMillis(now - sinceMillis))
              + ", "
              + waiting
              + ": "
              + sentence(trouble));
      remember(trouble, now);
    }
  }

  /**
   * Points are taken at this moment.
   *
   * @param waiting how much still waits; empty when nothing does
   */
  synchronized void well(String waiting) {
    if (told == null) {
      return;
    }
    told = null;
    say(
        "InfluxDB takes points again, after "
            + Amount.time(Duration.ofMillis(Math.max(0, clock.millis() - sinceMillis)))
            + (waiting.isEmpty() ? "" : "; still waiting: " + waiting));
  }

  /** What is wrong and what to do. */
  static String sentence(Trouble trouble) {
    return trouble.remedy().isEmpty() ? trouble.words() : trouble.words() + ". " + trouble.remedy();
  }

  private void begin(Trouble trouble, String waiting, long now) {
    sinceMillis = trouble.sinceMillis();
    say(
        trouble.words()
            + ": points are not stored, "
            + waiting
            + meanwhile
            + (trouble.remedy().isEmpty() ? "" : ". " + trouble.remedy()));
    remember(trouble, now);
  }

  private void remember(Trouble trouble, long now) {
    told = trouble.words();
    toldMillis = now;
    long lasted = now - sinceMillis;
    repeatMillis =
        now + Math.max(FIRST_REPEAT.toMillis(), Math.min(LAST_REPEAT.toMillis(), lasted));
  }

  private void say(String words) {
    terminal.message("store: " + TIME.format(Instant.ofEpochMilli(clock.millis())) + ": " + words);
  }
}
