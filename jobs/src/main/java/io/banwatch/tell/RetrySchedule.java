package io.banwatch.tell;

import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * When a delivery that failed is tried again: the delay doubles from the first to the longest, and
 * a share of up to a half is taken off, by a hash, so that many receivers' deliveries do not meet
 * again and a test sees the same delays each time.
 *
 * @param firstMillis the delay after the first failure, at least 1
 * @param longestMillis no delay is longer
 * @param giveUpMillis how long after a message was due it is given up
 */
record RetrySchedule(long firstMillis, long longestMillis, long giveUpMillis)
    implements Serializable {
  /** Longer than a receiver's operators need to answer a call, shorter than a stale alert. */
  private static final Duration GIVE_UP = Duration.ofHours(24);

  /** More than any delay can double. */
  private static final int MOST_DOUBLINGS = 30;

  /**
   * From 5 s to 15 min, for 24 h. Standard Webhooks recommends 5 s first and about a day; its last
   * delays of many hours would leave a receiver that is back untold.
   */
  static RetrySchedule standard() {
    return new RetrySchedule(
        TimeUnit.SECONDS.toMillis(5), TimeUnit.MINUTES.toMillis(15), GIVE_UP.toMillis());
  }

  /**
   * The delay before the next attempt, between a half of the full one and the full one.
   *
   * @param failures how many attempts have failed, at least 1
   * @param what names what is tried; the same name and number give the same delay
   */
  long delayMillis(int failures, String what) {
    long doubled = firstMillis << Math.min(failures - 1, MOST_DOUBLINGS);
    long full = Math.min(longestMillis, doubled);
    int hash =
        MurmurHash3.hash32x86(
            (what + '#' + failures).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    double share = (hash & Integer.MAX_VALUE) / (double) Integer.MAX_VALUE;
    return Math.max(1, full - (long) (full / 2.0 * share));
  }

  /**
   * Whether it is given up.
   *
   * @param dueMillis when it first could have been told, epoch milliseconds
   */
  boolean isOver(long dueMillis, long nowMillis) {
    return nowMillis - dueMillis >= giveUpMillis;
  }
}
