package io.banwatch.detect;

import java.util.Arrays;

/**
 * The newest different values that were seen, each with its newest time; bounded, and the same
 * whatever order they came in. Values are 64-bit hashes, so that it holds no name. Plain public
 * fields, because Flink keeps it as a POJO.
 */
public class RecentDistinct {
  /** The values, in no order. */
  public long[] values = {};

  /** When each was seen last, epoch milliseconds. */
  public long[] times = {};

  /**
   * Notes a value.
   *
   * @param at event time, epoch milliseconds
   * @param most how many are kept, above 0; the one seen longest ago makes room
   */
  public void see(long value, long at, int most) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == value) {
        times[i] = Math.max(times[i], at);
        return;
      }
    }
    int place = values.length;
    if (place < most) {
      values = Arrays.copyOf(values, place + 1);
      times = Arrays.copyOf(times, place + 1);
    } else {
      place = oldest();
      if (times[place] >= at) {
        return;
      }
    }
    values[place] = value;
    times[place] = at;
  }

  /** How many were seen within the span before the newest of them, and forgets the others. */
  public int within(long spanMillis) {
    long newest = Long.MIN_VALUE;
    for (long time : times) {
      newest = Math.max(newest, time);
    }
    int kept = 0;
    for (int i = 0; i < times.length; i++) {
      if (newest - times[i] < spanMillis) {
        values[kept] = values[i];
        times[kept] = times[i];
        kept++;
      }
    }
    values = Arrays.copyOf(values, kept);
    times = Arrays.copyOf(times, kept);
    return kept;
  }

  private int oldest() {
    int oldest = 0;
    for (int i = 1; i < times.length; i++) {
      if (times[i] < times[oldest]) {
        oldest = i;
      }
    }
    return oldest;
  }
}
