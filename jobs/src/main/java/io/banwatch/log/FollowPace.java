package io.banwatch.log;

/**
 * How often a log that is followed is looked at, and how long things may take that nobody
 * announces. Milliseconds.
 *
 * @param pollMillis between looks while nothing comes. A look never takes more than a twentieth of
 *     the time
 * @param settleMillis after which a file that does not change, and that another one follows or that
 *     is gone, is taken to be complete; and one that looks like another but is shorter, to be new
 * @param retryMillis between tries to open a file that cannot be opened
 * @param forgetMillis after which a file is forgotten that is gone
 */
record FollowPace(long pollMillis, long settleMillis, long retryMillis, long forgetMillis) {
  /** 100 ms, 2 s, 1 s, an hour. */
  static FollowPace usual() {
    return new FollowPace(100, 2_000, 1_000, 3_600_000);
  }
}
