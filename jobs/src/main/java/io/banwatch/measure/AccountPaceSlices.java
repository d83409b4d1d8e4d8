package io.banwatch.measure;

/** What the metric log needs of an account's pace. Plain public fields as in {@link KeySlices}. */
public class AccountPaceSlices {
  /** The newest slice with an activity that counts for pace, while it waits to be written. */
  public long slice = KeySlices.NO_SLICE;

  /** The newest slice of all; older ones are not written any more. */
  public long newest = KeySlices.NO_SLICE;

  /** What is usual for the account. */
  public WeekHabit habit = new WeekHabit();
}
