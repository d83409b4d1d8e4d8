package io.banwatch.detect;

import io.banwatch.policy.Growth;

/**
 * Whether a key's own traffic is well above its usual right now: the answer that a sibling's alert
 * asks for. Its newest minute, three minutes and ten minutes are held against the fifty minutes
 * before those ten.
 *
 * <p>A rise is as many times the usual as the policy says, by at least two standard deviations of a
 * Poisson count, and at least so many requests. With its defaults, reckoned for Poisson traffic of
 * 3.6 requests in three minutes, chance alone looks like a rise in 3 of 100 moments on that span;
 * bursty keys will look so more often.
 */
public final class KeyRise {
  private static final double DEVIATIONS = 2;
  private static final double MINUTE = 60_000;
  private static final int BEFORE_MINUTES = 50;
  private static final int NOW_MINUTES = 10;
  private static final int THREE_MINUTES = 3;
  private static final int SLICES_IN_THREE_MINUTES = 6;

  private KeyRise() {}

  /**
   * Whether the key rises; false for a key known for less than a quarter of an hour.
   *
   * @param firstAt event time of the key's first request, epoch milliseconds
   * @param at event time now, at or after the newest request counted
   * @param settings what a rise is
   */
  public static boolean isRising(PaceState pace, long firstAt, long at, Growth settings) {
    SliceRing one = pace.requests.oneMinute.ring;
    SliceRing ten = pace.requests.tenMinutes.ring;
    SliceRing sixty = pace.requests.sixtyMinutes.ring;
    double known = Math.min((at - firstAt) / MINUTE - NOW_MINUTES, BEFORE_MINUTES);
    if (known < NOW_MINUTES / 2) {
      return false;
    }
    double usual = Math.max(sixty.total(0) - ten.total(0), 0) / known;
    return rises(one.total(0), usual, settings)
        || rises(
            ten.newest(0, SLICES_IN_THREE_MINUTES, PaceSpan.TEN_MINUTES),
            usual * THREE_MINUTES,
            settings)
        || rises(ten.total(0), usual * NOW_MINUTES, settings);
  }

  private static boolean rises(long observed, double usual, Growth settings) {
    return observed >= settings.riseRequests()
        && observed >= settings.riseFactor() * usual
        && observed - usual >= DEVIATIONS * Math.sqrt(Math.max(usual, 1));
  }
}
