package io.banwatch.policy;

import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** A time as people write it in a policy: ISO 8601 with its zone. */
final class PlannedTime {
  private PlannedTime() {}

  /**
   * Epoch milliseconds.
   *
   * @throws IllegalArgumentException says what is expected when the text is no such time
   */
  static long epochMillis(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "an ISO 8601 time with its zone, for example 2026-11-03T14:00:00Z", e);
    }
  }
}
