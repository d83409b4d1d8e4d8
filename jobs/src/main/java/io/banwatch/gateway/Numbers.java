package io.banwatch.gateway;

import java.nio.charset.StandardCharsets;

/** Reads the numbers of a request from their bytes; a number of any length costs no more. */
final class Numbers {
  private static final int MOST_DIGITS = 18;
  private static final int LONGEST_AMOUNT = 40;
  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
  };

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
    return to - from <= EXACT_DIGITS ? shortAmount(text, from, to) : anyAmount(text, from, to);
  }

  /**
   * A plain decimal number of so few digits that it and its power of ten are exact as doubles, so
   * that their quotient is rounded once, as {@link Double#parseDouble} does it (Clinger, "How to
   * read floating point numbers accurately", PLDI 1990). Anything else is read by that.
   */
  private static double shortAmount(byte[] text, int from, int to) {
    long digits = 0;
    int point = to;
    for (int at = from; at < to; at++) {
      byte digit = text[at];
      if (digit == '.' && point == to && at > from) {
        point = at;
      } else if (digit >= '0' && digit <= '9') {
        digits = digits * 10 + digit - '0';
      } else {
        return anyAmount(text, from, to);
      }
    }
    return digits / POWERS_OF_TEN[Math.max(0, to - point - 1)];
  }

  private static double anyAmount(byte[] text, int from, int to) {
    try {
      double value =
          Double.parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
      return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    } catch (NumberFormatException e) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
