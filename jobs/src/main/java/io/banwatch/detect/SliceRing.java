package io.banwatch.detect;

import java.util.Arrays;

/**
 * Sums over a sliding window that slides by slices: one or more series side by side, with running
 * totals. The window reaches from the start of the oldest slice it holds to now, so it is up to one
 * slice shorter than its name.
 *
 * <p>State of Flink: public fields. A series that was never added to takes no space.
 */
public class SliceRing {
  /** The newest slice's number since the epoch. */
  public long head;

  /** Slices, series after series; a slice's place is its number modulo the ring's length. */
  public int[] slices = {};

  /** The sum of each series' slices. */
  public long[] totals = {};

  /**
   * Slides the window so that it holds {@code at}.
   *
   * @param at event time, epoch milliseconds, not negative
   * @return the place of its slice, or -1 when the window has moved past it
   */
  int slideTo(long at, PaceSpan span) {
    long slice = span.sliceOf(at);
    int length = span.slices();
    if (totals.length == 0) {
      head = slice;
      totals = new long[1];
      slices = new int[length];
    } else if (slice > head) {
      clear(slice, length);
    } else if (head - slice >= length) {
      return -1;
    }
    return (int) (slice % length);
  }

  /**
   * Adds to one series of the slice that {@link #slideTo} returned. A slice stops at {@link
   * Integer#MAX_VALUE}.
   */
  void add(int series, int place, long amount, PaceSpan span) {
    if (amount == 0) {
      return;
    }
    if (series >= totals.length) {
      totals = Arrays.copyOf(totals, series + 1);
      slices = Arrays.copyOf(slices, (series + 1) * span.slices());
    }
    int index = series * span.slices() + place;
    int before = slices[index];
    int after = (int) Math.min(before + amount, Integer.MAX_VALUE);
    slices[index] = after;
    totals[series] += after - before;
  }

  /** What the window holds of one series. */
  long total(int series) {
    return series < totals.length ? totals[series] : 0;
  }

  /** What the newest {@code count} slices hold of one series. */
  long newest(int series, int count, PaceSpan span) {
    if (series >= totals.length) {
      return 0;
    }
    long sum = 0;
    for (int back = 0; back < count; back++) {
      sum += slices[series * span.slices() + Math.floorMod(head - back, span.slices())];
    }
    return sum;
  }

  private void clear(long slice, int length) {
    if (slice - head >= length) {
      Arrays.fill(slices, 0);
      Arrays.fill(totals, 0);
      head = slice;
      return;
    }
    while (head < slice) {
      head++;
      for (int series = 0; series < totals.length; series++) {
        int index = series * length + (int) (head % length);
        totals[series] -= slices[index];
        slices[index] = 0;
      }
    }
  }
}
