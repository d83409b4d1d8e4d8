package io.banwatch.detect;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, times and durations as a person reads them. */
final class PaceWords {
  private static final double THOUSAND = 1_000;
  private static final double MILLION = 1_000_000;
  private static final double PLAIN_BELOW = 10_000;
  private static final double WITHOUT_FRACTION_FROM = 10;
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long SMALL = 2;
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private PaceWords() {}

  /** An amount, for example {@code 42}, {@code 180 k} or {@code 12.8 M}. */
  static String amount(double amount) {
    if (amount < PLAIN_BELOW) {
      return String.format(Locale.ROOT, "%,.0f", amount);
    }
    if (amount < MILLION) {
      return String.format(Locale.ROOT, "%.0f k", amount / THOUSAND);
    }
    return String.format(Locale.ROOT, "%,.1f M", amount / MILLION);
  }

  /** A factor, for example {@code 3.1} or {@code 120}. */
  static String times(double factor) {
    return String.format(Locale.ROOT, factor < WITHOUT_FRACTION_FROM ? "%.1f" : "%,.0f", factor);
  }

  /** A moment, for example {@code Tue 3 Nov 14:10 UTC}. */
  static String moment(long epochMillis) {
    return DAY_AND_TIME.format(Instant.ofEpochMilli(epochMillis));
  }

  /** A duration in its natural unit, for example {@code 40 min}, {@code 3 h} or {@code 11 days}. */
  static String duration(long millis) {
    if (millis < SMALL * HOUR) {
      return Math.max(millis / MINUTE, 1) + " min";
    }
    if (millis < SMALL * DAY) {
      return millis / HOUR + " h";
    }
    return millis / DAY + " days";
  }
}
