package io.banwatch.flow;

/**
 * How long nothing has come, by a wall clock that may jump, stand still or be set back: counted by
 * ticks, of which only those count that came about when they were due. While the job is behind with
 * its work, or the machine slept, it was not the log that was silent.
 */
final class Silence {
  /** How often the wall clock is looked at. */
  static final long TICK_MILLIS = 1_000;

  private static final long LATE_TICK_MILLIS = 3 * TICK_MILLIS;

  private boolean came;
  private long millis;
  private long tickedAt;

  /**
   * @param now wall clock, milliseconds
   */
  Silence(long now) {
    tickedAt = now;
  }

  /** A request has come. */
  void broken() {
    came = true;
  }

  /** Whether a request has come since the last tick. */
  boolean isBroken() {
    return came;
  }

  /**
   * Another tick.
   *
   * @param now wall clock, milliseconds
   * @return how long nothing has come, milliseconds; 0 when something has since the last tick
   */
  long tick(long now) {
    long passed = now - tickedAt;
    tickedAt = now;
    if (came) {
      came = false;
      millis = 0;
    } else if (passed > 0 && passed <= LATE_TICK_MILLIS) {
      millis += passed;
    }
    return millis;
  }
}
