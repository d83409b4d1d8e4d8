package io.banwatch.store;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the same is sent again: twice as long after each failure, up to a
 * longest, and of that a random half, so that many do not come back at once.
 */
final class RetryPause {
  private final long firstMillis;
  private final long longestMillis;
  private final RandomGenerator random;
  private int failures;

  RetryPause(long firstMillis, long longestMillis, RandomGenerator random) {
    this.firstMillis = firstMillis;
    this.longestMillis = longestMillis;
    this.random = random;
  }

  /**
   * After one more failure.
   *
   * @param askedMillis how long the server asked to wait, which is never cut
   */
  long afterFailure(long askedMillis) {
    int doublings = Math.min(failures, Long.numberOfLeadingZeros(firstMillis) - 1);
    failures++;
    long whole = Math.min(longestMillis, firstMillis << doublings);
    long half = whole / 2;
    return Math.max(askedMillis, half + (long) (random.nextDouble() * (whole - half)));
  }

  /** Something was stored. */
  void succeeded() {
    failures = 0;
  }
}
