package io.banwatch.measure;

/** What an account did in one slice. Plain public fields as in {@link KeySlices}. */
public class AccountSlice {
  /** The slice's number. */
  public long number;

  /** What its keys used. */
  public SliceUsage usage = new SliceUsage();

  /** How many keys used it. */
  public int keys;

  /** Hashes of the addresses that they called from, rising; bounded. */
  public long[] addresses = {};

  /** Hashes of their countries, rising; bounded. */
  public long[] countries = {};

  /** What the vendor said of its rate limits. */
  public SliceLimits limits = new SliceLimits();

  /** Whether something came since it was written. */
  public boolean pending;
}
