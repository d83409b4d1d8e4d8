package io.banwatch.flow;

/**
 * Where event time stands, as the watermarks tell it: behind the newest record by the bound on
 * disorder, in steps, and before the record that moves it, so that what time decides comes before
 * what that record decides.
 *
 * <p>In a silence it walks on by as much as the silence has lasted, behind by twice that bound: so
 * far a record can come that was delayed by the bound more than the newest was. It never goes back.
 */
final class EventClock {
  /** Smaller steps cost a watermark for nearly every record; larger ones delay accounts' alerts. */
  static final long STEP_MILLIS = 5_000;

  /** Before event time is known. */
  static final long UNKNOWN = Long.MIN_VALUE;

  /** Records that come later than this after the walk has passed them are a matter of their log. */
  private static final long LONGEST_LAG_MILLIS = 600_000;

  private final long disorderMillis;
  private long newest;
  private long told;
  private long lagMillis;
  private boolean walked;

  /**
   * @param disorderMillis how far records may be out of order
   * @param newest the newest event time so far, or {@link #UNKNOWN}
   * @param told the newest watermark so far, or {@link #UNKNOWN}
   */
  EventClock(long disorderMillis, long newest, long told) {
    this.disorderMillis = disorderMillis;
    this.newest = newest;
    this.told = told;
  }

  /** Takes up what an earlier clock had seen of its log's delays. */
  void restore(long earlierLagMillis, boolean earlierWalked) {
    lagMillis = earlierLagMillis;
    walked = earlierWalked;
  }

  /**
   * Takes a record's event time.
   *
   * @return the watermark to be told before that record, not above {@link #told()} for none
   */
  long record(long at) {
    newest = Math.max(newest, at);
    long due = step(newest - disorderMillis);
    if (walked && due < told) {
      lagMillis = Math.min(LONGEST_LAG_MILLIS, Math.max(lagMillis, told - due));
    }
    walked = false;
    return due;
  }

  /** Event time in a silence of this length; behind the newest record while it is short. */
  long after(long silenceMillis) {
    return newest + silenceMillis - 2 * disorderMillis - lagMillis;
  }

  /** The step at or before a moment, as a watermark. */
  static long step(long at) {
    return Math.floorDiv(at, STEP_MILLIS) * STEP_MILLIS - 1;
  }

  /** Notes that this watermark was told because nothing came. */
  void walkedTo(long watermark) {
    walked = true;
    told(watermark);
  }

  /** Notes that this watermark was told. */
  void told(long watermark) {
    told = Math.max(told, watermark);
  }

  /** The newest watermark, or {@link #UNKNOWN}. */
  long told() {
    return told;
  }

  /** How much later than expected records came that the walk had overtaken, milliseconds. */
  long lagMillis() {
    return lagMillis;
  }

  /** Whether the newest watermark was told because nothing came. */
  boolean walked() {
    return walked;
  }

  /** The newest event time, or {@link #UNKNOWN}. */
  long newest() {
    return newest;
  }
}
