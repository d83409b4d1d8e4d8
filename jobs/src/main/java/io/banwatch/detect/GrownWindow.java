package io.banwatch.detect;

/** When most keys of an account were last seen to rise together, in one measure and window. */
public class GrownWindow {
  /** Event time, epoch milliseconds; 0 for never. */
  public long at;

  /** How many of the sampled keys rose then. */
  public int rising;

  /** Of how many that were active. */
  public int active;

  /** How many active keys the account had then, estimated from the sample. */
  public int keys;
}
