package io.banwatch.detect;

/** How far episodes have raised one record, so that patience cannot teach it anything. */
public class PaceAdoption {
  /** The largest total of the open episode, or of the last one. */
  public float peak;

  /** When, in minutes since the epoch. */
  public int peakMinute;

  /** The record at the start of the week in which episodes may raise it only so far. */
  public float base;

  void see(float total, int minute) {
    if (total > peak) {
      peak = total;
      peakMinute = minute;
    }
  }
}
