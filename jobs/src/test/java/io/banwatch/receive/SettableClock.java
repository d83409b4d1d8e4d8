package io.banwatch.receive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Goes when it is told. */
final class SettableClock implements InstantSource {
  private volatile Instant now;

  SettableClock(Instant now) {
    this.now = now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
