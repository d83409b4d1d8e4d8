package io.banwatch.vendor;

/**
 * HTTP statuses that a rule asks for.
 *
 * @param from the least, 100 to 599
 * @param to the greatest, at or above {@code from}
 */
record StatusRange(int from, int to) {
  private static final int HUNDRED = 100;

  /** Reads {@code 429} or {@code 4xx}; null when it is neither. */
  static StatusRange parse(String text) {
    if (text.matches("[1-5]\\d\\d")) {
      int status = Integer.parseInt(text);
      return new StatusRange(status, status);
    }
    if (text.matches("[1-5]xx")) {
      int from = HUNDRED * (text.charAt(0) - '0');
      return new StatusRange(from, from + HUNDRED - 1);
    }
    return null;
  }

  boolean holds(int status) {
    return status >= from && status <= to;
  }
}
