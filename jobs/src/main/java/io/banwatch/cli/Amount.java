package io.banwatch.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Amount {
  private static final long THOUSAND = 1000;
  private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Amount() {}

  /** With thousands set apart: {@code 1,234,567}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** With its noun, which takes an s unless there is one: {@code 3 keys}. */
  static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** In decimal units: {@code 5.1 GB}. */
  static String bytes(long number) {
    if (number < THOUSAND) {
      return number + " B";
    }
    double value = number;
    int unit = 0;
    while (value >= THOUSAND && unit < BYTE_UNITS.length - 1) {
      value /= THOUSAND;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, BYTE_UNITS[unit]);
  }

  /** In the two largest units: {@code 45 s}, {@code 2 min 5 s}, {@code 3 h}, {@code 2 d 4 h}. */
  static String time(Duration duration) {
    if (duration.toDays() > 0) {
      return two(duration.toDays(), "d", duration.toHoursPart(), "h");
    }
    if (duration.toHours() > 0) {
      return two(duration.toHours(), "h", duration.toMinutesPart(), "min");
    }
    if (duration.toMinutes() > 0) {
      return two(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
    }
    return duration.toSeconds() + " s";
  }

  private static String two(long large, String largeUnit, int small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}
