package io.banwatch.violating.detect;

import java.time.Clock;
import java.time.Instant;

/** Breaks the rule that time comes with the event, in each of the usual ways. */
public final class ReadsTheClock {
  Instant now() {
    return Instant.now();
  }

  Clock clock() {
    return Clock.systemUTC();
  }

  long millis() {
    return System.currentTimeMillis();
  }
}
