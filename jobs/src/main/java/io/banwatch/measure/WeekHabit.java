package io.banwatch.measure;

import java.util.Arrays;

/**
 * The lowest and the highest total of requests, weighed input and output that each hour of the week
 * (UTC) held in the last weeks. A new lowest or highest counts at once; else both come nearer to
 * what the newest week held by a quarter of the way, so that what happened once is forgotten within
 * some weeks. For a person's eye: no signal asks it. Plain public fields as in {@link KeySlices}.
 */
public class WeekHabit {
  private static final long HOUR = 3_600_000;
  private static final int HOURS = 168;
  private static final int HOURS_PER_DAY = 24;
  private static final int MEASURES = 3;
  private static final int NUMBERS = 2 * MEASURES;
  private static final float DECAY = 0.25f;

  /** The number of the hour since the epoch that is summed; -1 before the first. */
  public long hour = -1;

  /** What it held until now: requests, input, output. */
  public long[] running = new long[MEASURES];

  /** The hours of the week that were seen, rising; hour 0 is that of the epoch's first. */
  public int[] hours = {};

  /** For each of them the lowest and the highest of each measure. */
  public float[] bands = {};

  /**
   * Adds to the hour that holds a moment; what is of an earlier one than that summed is left out.
   */
  public void add(long at, long requests, long input, long output) {
    long now = Math.floorDiv(at, HOUR);
    if (now < hour) {
      return;
    }
    if (now > hour) {
      if (hour >= 0) {
        close(now);
      }
      hour = now;
      Arrays.fill(running, 0);
    }
    running[0] += requests;
    running[1] += input;
    running[2] += output;
  }

  /**
   * The lowest total of the hour of the week that holds a moment; until it was seen, that of the
   * same hour on other days; NaN when none of them was.
   */
  double low(long at, int measure) {
    int place = place(at);
    if (place >= 0) {
      return bands[place * NUMBERS + 2 * measure];
    }
    double low = Double.NaN;
    for (int other = 0; other < hours.length; other++) {
      float band = bands[other * NUMBERS + 2 * measure];
      low = sameHourOfDay(other, at) && !(low <= band) ? band : low;
    }
    return low;
  }

  /** The highest. */
  double high(long at, int measure) {
    int place = place(at);
    if (place >= 0) {
      return bands[place * NUMBERS + 2 * measure + 1];
    }
    double high = Double.NaN;
    for (int other = 0; other < hours.length; other++) {
      float band = bands[other * NUMBERS + 2 * measure + 1];
      high = sameHourOfDay(other, at) && !(high >= band) ? band : high;
    }
    return high;
  }

  private int place(long at) {
    return Arrays.binarySearch(hours, Math.floorMod(Math.floorDiv(at, HOUR), HOURS));
  }

  private boolean sameHourOfDay(int place, long at) {
    return hours[place] % HOURS_PER_DAY == Math.floorMod(Math.floorDiv(at, HOUR), HOURS_PER_DAY);
  }

  /** The running hour is over; of the hours since, those that are known held nothing. */
  private void close(long now) {
    learn((int) (hour % HOURS), running);
    long[] nothing = new long[MEASURES];
    long last = Math.min(now, hour + HOURS);
    for (long silent = hour + 1; silent < last; silent++) {
      int ofWeek = (int) (silent % HOURS);
      if (Arrays.binarySearch(hours, ofWeek) >= 0) {
        learn(ofWeek, nothing);
      }
    }
  }

  private void learn(int ofWeek, long[] totals) {
    int place = Arrays.binarySearch(hours, ofWeek);
    if (place < 0) {
      place = -place - 1;
      makeRoom(place);
      hours[place] = ofWeek;
      for (int m = 0; m < MEASURES; m++) {
        bands[place * NUMBERS + 2 * m] = totals[m];
        bands[place * NUMBERS + 2 * m + 1] = totals[m];
      }
      return;
    }
    for (int m = 0; m < MEASURES; m++) {
      int low = place * NUMBERS + 2 * m;
      float total = totals[m];
      bands[low] = Math.min(total, nearer(bands[low], total));
      bands[low + 1] = Math.max(total, nearer(bands[low + 1], total));
    }
  }

  private static float nearer(float band, float total) {
    return band + (total - band) * DECAY;
  }

  private void makeRoom(int place) {
    int[] moreHours = Arrays.copyOf(hours, hours.length + 1);
    System.arraycopy(hours, place, moreHours, place + 1, hours.length - place);
    float[] moreBands = Arrays.copyOf(bands, bands.length + NUMBERS);
    System.arraycopy(
        bands, place * NUMBERS, moreBands, (place + 1) * NUMBERS, bands.length - place * NUMBERS);
    hours = moreHours;
    bands = moreBands;
  }
}
