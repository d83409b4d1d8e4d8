package io.banwatch.gateway;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;

/**
 * Reads times as gateways write them, without the cost of {@code java.time}'s parsers: epoch
 * numbers in any unit, and RFC 3339 or its variant with a space. A time without a zone is UTC.
 * Fractions beyond a millisecond are cut off.
 */
final class EpochMillis {
  /** No time. */
  static final long NONE = Long.MIN_VALUE;

  private static final int LONGEST = 40;
  private static final int DATE_AND_TIME = 19;
  private static final long SECONDS_A_DAY = 86_400;
  private static final int EXACT_DIGITS = 15;

  private EpochMillis() {}

  /** Seconds since 1970 in digits with an optional fraction: the common case, without a double. */
  static long ofSeconds(byte[] text, int from, int to) {
    long whole = 0;
    int at = from;
    while (at < to && isDigit(text[at])) {
      whole = whole * 10 + text[at++] - '0';
      if (at - from > EXACT_DIGITS) {
        return ofNumber(text, from, to, 1000);
      }
    }
    if (at == from || (at < to && text[at] != '.')) {
      return ofNumber(text, from, to, 1000);
    }
    long millis = whole;
    int fraction = at + 1;
    for (int digit = fraction; digit < fraction + 3; digit++) {
      if (digit < to && !isDigit(text[digit])) {
        return ofNumber(text, from, to, 1000);
      }
      millis = millis * 10 + (digit < to ? text[digit] - '0' : 0);
    }
    for (int digit = fraction + 3; digit < to; digit++) {
      if (!isDigit(text[digit])) {
        return ofNumber(text, from, to, 1000);
      }
    }
    return millis;
  }

  /**
   * A number in any unit.
   *
   * @param millisPerUnit 1000 for seconds, 1 for milliseconds, 0.001 for microseconds
   */
  static long ofNumber(byte[] text, int from, int to, double millisPerUnit) {
    if (to - from > LONGEST || to <= from) {
      return NONE;
    }
    try {
      double value =
          Double.parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1))
              * millisPerUnit;
      return Math.abs(value) < Long.MAX_VALUE ? (long) Math.floor(value) : NONE;
    } catch (NumberFormatException e) {
      return NONE;
    }
  }

  /** {@code 2025-01-24T09:20:46.847Z}, also with a space, without a zone, or with an offset. */
  static long ofText(byte[] text, int from, int to) {
    if (to - from < DATE_AND_TIME || to - from > LONGEST || !hasSeparators(text, from)) {
      return NONE;
    }
    int year = digits(text, from, 4);
    int month = digits(text, from + 5, 2);
    int day = digits(text, from + 8, 2);
    int hour = digits(text, from + 11, 2);
    int minute = digits(text, from + 14, 2);
    int second = digits(text, from + 17, 2);
    boolean possible =
        year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth()
            && hour >= 0
            && hour <= 23
            && minute >= 0
            && minute <= 59
            && second >= 0
            && second <= 60;
    if (!possible) {
      return NONE;
    }
    int at = from + DATE_AND_TIME;
    int millis = 0;
    if (at < to && (text[at] == '.' || text[at] == ',')) {
      int fraction = ++at;
      while (at < to && isDigit(text[at])) {
        at++;
      }
      if (at == fraction) {
        return NONE;
      }
      for (int digit = fraction; digit < fraction + 3; digit++) {
        millis = millis * 10 + (digit < at ? text[digit] - '0' : 0);
      }
    }
    int offset = offsetSeconds(text, at, to);
    if (offset == Integer.MIN_VALUE) {
      return NONE;
    }
    long days = YearMonth.of(year, month).atDay(day).toEpochDay();
    long seconds = days * SECONDS_A_DAY + hour * 3600L + minute * 60L + second - offset;
    return seconds * 1000 + millis;
  }

  private static boolean hasSeparators(byte[] text, int from) {
    byte between = text[from + 10];
    return text[from + 4] == '-'
        && text[from + 7] == '-'
        && (between == 'T' || between == 't' || between == ' ')
        && text[from + 13] == ':'
        && text[from + 16] == ':';
  }

  private static int offsetSeconds(byte[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] == ' ') {
      at++;
    }
    int length = to - at;
    boolean utc =
        length == 0
            || (length == 1 && (text[at] == 'Z' || text[at] == 'z'))
            || (length == 3 && text[at] == 'U' && text[at + 1] == 'T' && text[at + 2] == 'C');
    if (utc) {
      return 0;
    }
    boolean signed = text[at] == '+' || text[at] == '-';
    boolean colon = length == 6 && text[at + 3] == ':';
    if (!signed || (!colon && length != 5 && length != 3)) {
      return Integer.MIN_VALUE;
    }
    int hours = digits(text, at + 1, 2);
    int minutes = length == 3 ? 0 : digits(text, to - 2, 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3600 + minutes * 60;
    return text[at] == '-' ? -seconds : seconds;
  }

  /** The number, or a negative one when not all are digits. */
  private static int digits(byte[] text, int from, int count) {
    int value = 0;
    for (int at = from; at < from + count; at++) {
      if (!isDigit(text[at])) {
        return -1;
      }
      value = value * 10 + text[at] - '0';
    }
    return value;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }
}
