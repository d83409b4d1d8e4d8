package io.banwatch.detect;

/**
 * A window that holds more than it may, as it was when it was judged.
 *
 * @param measure what is too much
 * @param span in which window
 * @param at event time of the request, epoch milliseconds
 * @param observed what the window holds
 * @param threshold what it may hold
 * @param record the most it ever held; 0 when there is none
 * @param recordAt when, epoch milliseconds; 0 when there is none
 * @param historyMillis since when the key or account is known
 * @param recordDays how many days a record is remembered
 * @param tokens the window's tokens, each kind apart; null when requests are judged
 */
record PaceBreach(
    PaceMeasure measure,
    PaceSpan span,
    long at,
    long observed,
    double threshold,
    double record,
    long recordAt,
    long historyMillis,
    int recordDays,
    WindowTokens tokens) {

  /** How many times the threshold, at or above 1. */
  double thresholds() {
    return observed / threshold;
  }

  /** Whether the key or account is too new to have broken anything. */
  boolean beforeFirstRecord() {
    return record == 0 && historyMillis < PaceLearning.FIRST_RECORD;
  }

  /** A window's tokens by kind. */
  record WindowTokens(long uncachedInput, long cacheWrite, long cacheRead, long output) {}
}
