package io.banwatch.detect;

import java.util.Arrays;

/**
 * The most that one measure ever had in one window, lagging by one to two hours, so that what
 * happens now is not compared with itself, and a ramp not with its own last step.
 *
 * <p>The largest totals of the running and of the previous hour wait; they count when their hour is
 * an hour old, which is the longest window. What counts is kept as steps that fall with time: a
 * maximum matters only while no later one is larger, so a sliding maximum over four weeks needs
 * about four numbers, and never more than one a day.
 *
 * <p>State of Flink: public fields. Totals are floats: exact to 16 million, to seven digits beyond.
 */
public class PaceRecord {
  private static final int MINUTES_PER_DAY = 1_440;
  private static final long MILLIS_PER_MINUTE = 60_000;

  /** The largest total in the running hour. */
  public float running;

  /** When, in minutes since the epoch. */
  public int runningMinute;

  /** The largest total in the hour before. */
  public float previous;

  /** When, in minutes since the epoch. */
  public int previousMinute;

  /** Maxima that count, falling. */
  public float[] maxima = {};

  /** When each was reached, rising, in minutes since the epoch. */
  public int[] minutes = {};

  /** What an open episode has reached, and what earlier ones taught; null before the first. */
  public PaceAdoption adoption;

  /** The record, or 0 when there is none. */
  float most() {
    return maxima.length == 0 ? 0 : maxima[0];
  }

  /** When the record was reached, in minutes since the epoch; 0 when there is none. */
  int mostMinute() {
    return minutes.length == 0 ? 0 : minutes[0];
  }

  /** Sees the window's total at {@code at}, epoch milliseconds. */
  void note(long total, long at) {
    if (total > running) {
      running = total;
      runningMinute = (int) (at / MILLIS_PER_MINUTE);
    }
  }

  /**
   * Time has gone on by this many hours.
   *
   * @param frozen whether an episode is open: then nothing is learned, only its peak is kept
   * @param oldestMinute what was reached before it is forgotten
   */
  void roll(long hours, boolean frozen, int oldestMinute) {
    settle(previous, previousMinute, frozen);
    if (hours > 1) {
      settle(running, runningMinute, frozen);
      previous = 0;
    } else {
      previous = running;
      previousMinute = runningMinute;
    }
    running = 0;
    forget(oldestMinute);
  }

  /** An episode opens: what waits belongs to it, or to its rise. */
  void freeze() {
    if (adoption == null) {
      adoption = new PaceAdoption();
    }
    adoption.peak = 0;
    settlePending(true);
  }

  /**
   * The episode is over.
   *
   * @param most how far it may raise the record; 0 to teach nothing
   */
  void thaw(double most) {
    settlePending(true);
    if (adoption != null && most > 0) {
      learn((float) Math.min(adoption.peak, most), adoption.peakMinute);
    }
  }

  private void settlePending(boolean frozen) {
    settle(previous, previousMinute, frozen);
    settle(running, runningMinute, frozen);
    previous = 0;
    running = 0;
  }

  private void settle(float total, int minute, boolean frozen) {
    if (total <= 0) {
      return;
    }
    if (!frozen) {
      learn(total, minute);
    } else if (adoption != null) {
      adoption.see(total, minute);
    }
  }

  private void learn(float total, int minute) {
    int keep = maxima.length;
    while (keep > 0 && maxima[keep - 1] <= total) {
      keep--;
    }
    if (keep > 0 && minutes[keep - 1] / MINUTES_PER_DAY >= minute / MINUTES_PER_DAY) {
      return;
    }
    if (keep + 1 != maxima.length) {
      maxima = Arrays.copyOf(maxima, keep + 1);
      minutes = Arrays.copyOf(minutes, keep + 1);
    }
    maxima[keep] = total;
    minutes[keep] = minute;
  }

  private void forget(int oldestMinute) {
    int gone = 0;
    while (gone < minutes.length && minutes[gone] < oldestMinute) {
      gone++;
    }
    if (gone > 0) {
      maxima = Arrays.copyOfRange(maxima, gone, maxima.length);
      minutes = Arrays.copyOfRange(minutes, gone, minutes.length);
    }
  }
}
