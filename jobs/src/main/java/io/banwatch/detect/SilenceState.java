package io.banwatch.detect;

import java.util.Arrays;

/**
 * The longest silence that began in each hour of the week, for this week and the two before. Plain
 * public fields as in {@link KeyState}.
 */
public class SilenceState {
  static final long HOUR_MILLIS = 3_600_000;

  /** Hours of a week, in UTC; the first is that of the epoch, a Thursday. */
  static final int HOURS = 168;

  private static final int WEEKS = 3;

  /** Stands for an hour of which too little is known. */
  static final long NONE = -1;

  /** The longest silence in milliseconds, by week and hour. */
  public long[] longest = new long[WEEKS * HOURS];

  /** The week since the epoch that each of those is of; 0 for none. */
  public int[] weeks = new int[WEEKS * HOURS];

  /** How many requests each of those hours held. */
  public int[] requests = new int[WEEKS * HOURS];

  /** Notes that one request followed another, whose silence began at {@code from}. */
  void learn(long from, long millis) {
    long hour = Math.floorDiv(from, HOUR_MILLIS);
    int week = (int) Math.floorDiv(hour, (long) HOURS);
    int place = place(week, (int) Math.floorMod(hour, (long) HOURS));
    if (weeks[place] != week) {
      weeks[place] = week;
      longest[place] = 0;
      requests[place] = 0;
    }
    longest[place] = Math.max(longest[place], millis);
    requests[place]++;
  }

  /**
   * The longest silence that began in this hour of the week, or in the hours beside it, if earlier
   * weeks held enough requests there; else {@link #NONE}: that someone works one Sunday says
   * nothing of how Sundays go on.
   *
   * @param enough how many requests of earlier weeks are enough
   */
  long longestAround(long at, int enough) {
    long hour = Math.floorDiv(at, HOUR_MILLIS);
    long found = NONE;
    long seen = 0;
    for (long near = hour - 1; near <= hour + 1; near++) {
      int week = (int) Math.floorDiv(near, (long) HOURS);
      int hourOfWeek = (int) Math.floorMod(near, (long) HOURS);
      for (int back = 0; back < WEEKS; back++) {
        int place = place(week - back, hourOfWeek);
        if (weeks[place] == week - back) {
          found = Math.max(found, longest[place]);
          seen += back > 0 ? requests[place] : 0;
        }
      }
    }
    return seen >= enough ? found : NONE;
  }

  /** The longest silence that is remembered at all. */
  long longest() {
    return Arrays.stream(longest).max().orElse(0);
  }

  private static int place(int week, int hourOfWeek) {
    return Math.floorMod(week, WEEKS) * HOURS + hourOfWeek;
  }
}
