package io.banwatch.gateway;

import java.nio.charset.StandardCharsets;

/** Reads the numbers of a request from their bytes; a number of any length costs no more. */
final class Numbers {
  private static final int MOST_DIGITS = 18;
  private static final int LONGEST_AMOUNT = 40;

  private Numbers() {}

  /** A whole number from 0 to {@code most}, else {@link JsonCursor#ABSURD}. */
  static long count(byte[] text, int from, int to, long most) {
    if (to <= from || to - from > MOST_DIGITS) {
      return JsonCursor.ABSURD;
    }
    long value = 0;
    for (int at = from; at < to; at++) {
      if (text[at] < '0' || text[at] > '9') {
        return JsonCursor.ABSURD;
      }
      value = value * 10 + text[at] - '0';
    }
    return value <= most ? value : JsonCursor.ABSURD;
  }

  /** Any number; NaN for an empty text, infinite when it is no number. */
  static double amount(byte[] text, int from, int to) {
    if (to <= from) {
      return Double.NaN;
    }
    if (to - from > LONGEST_AMOUNT) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double value =
          Double.parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
      return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    } catch (NumberFormatException e) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
