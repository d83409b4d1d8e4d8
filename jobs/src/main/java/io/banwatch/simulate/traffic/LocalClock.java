package io.banwatch.simulate.traffic;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** What the clock on the wall says in a time zone. Keeps the offset of the last hour asked for. */
final class LocalClock {
  private static final int HOURS_A_DAY = 24;
  private static final int DAYS_A_WEEK = 7;
  private static final long SECONDS_AN_HOUR = 3600;
  private static final long SECONDS_A_DAY = HOURS_A_DAY * SECONDS_AN_HOUR;

  /** The epoch began on a Thursday, three days after a Monday. */
  private static final int EPOCH_WEEKDAY = 3;

  private final ZoneRules rules;
  private long cachedHour = Long.MIN_VALUE;
  private long offsetSeconds;

  LocalClock(String zone) {
    this.rules = ZoneId.of(zone).getRules();
  }

  /** The hour of the day with its fraction, 0 to 24. */
  double hour(long micros) {
    return (double) Math.floorMod(local(micros), SECONDS_A_DAY) / SECONDS_AN_HOUR;
  }

  /** The day of the week, 0 for Monday to 6 for Sunday. */
  int weekday(long micros) {
    return (int) Math.floorMod(day(micros) + EPOCH_WEEKDAY, (long) DAYS_A_WEEK);
  }

  /** Days since the epoch. */
  long day(long micros) {
    return Math.floorDiv(local(micros), SECONDS_A_DAY);
  }

  private long local(long micros) {
    long seconds = Math.floorDiv(micros, Time.SECOND);
    long hour = Math.floorDiv(seconds, SECONDS_AN_HOUR);
    if (hour != cachedHour) {
      cachedHour = hour;
      offsetSeconds = rules.getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    }
    return seconds + offsetSeconds;
  }
}
