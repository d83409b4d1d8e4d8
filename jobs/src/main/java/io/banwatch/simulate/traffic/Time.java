package io.banwatch.simulate.traffic;

/** Microseconds since the epoch, which is how precisely the gateway logs, and their units. */
public final class Time {
  public static final long SECOND = 1_000_000L;
  public static final long MINUTE = 60 * SECOND;
  public static final long HOUR = 60 * MINUTE;
  public static final long DAY = 24 * HOUR;

  private Time() {}

  /** Microseconds of a number of seconds. */
  public static long ofSeconds(double seconds) {
    return (long) (seconds * SECOND);
  }
}
