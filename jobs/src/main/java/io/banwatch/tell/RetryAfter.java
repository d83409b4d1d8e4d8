package io.banwatch.tell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The HTTP header {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {
  /** A receiver may ask for patience, and not to be forgotten. */
  private static final long LONGEST_MILLIS = TimeUnit.HOURS.toMillis(1);

  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /**
   * How long to wait, from 0 to an hour.
   *
   * @param header as it came, or null
   * @param now the moment of the answer
   * @return empty when there is none, or none that can be understood
   */
  static OptionalLong millis(String header, Instant now) {
    if (header == null) {
      return OptionalLong.empty();
    }
    String text = header.strip();
    if (isDigits(text)) {
      long seconds = text.length() > MOST_DIGITS ? Integer.MAX_VALUE : Long.parseLong(text);
      return OptionalLong.of(bounded(TimeUnit.SECONDS.toMillis(seconds)));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return OptionalLong.of(bounded(until.toEpochMilli() - now.toEpochMilli()));
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9');
  }

  private static long bounded(long millis) {
    return Math.max(0, Math.min(LONGEST_MILLIS, millis));
  }
}
