package io.banwatch.vendor.twin;

import io.banwatch.alert.Severity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Breaks the rules of this package, so that a test can see them fail. */
record LooksAtTheClock(Severity severity) {
  static Instant now() {
    return Instant.now();
  }

  static long millis() {
    return System.currentTimeMillis() + System.nanoTime();
  }

  static LocalDateTime local() {
    return LocalDateTime.now(ZoneOffset.UTC);
  }

  static Clock clock() {
    return Clock.systemUTC();
  }
}
