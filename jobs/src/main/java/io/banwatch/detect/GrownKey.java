package io.banwatch.detect;

/** A key that rises with its account. */
public class GrownKey {
  /** Its alias, or its hash. */
  public String name = "";

  /** Event time of the alert that said so, epoch milliseconds. */
  public long at;

  /** How many times its own threshold it reached. */
  public double thresholds;

  /** What it sends, for people. */
  public String words = "";
}
