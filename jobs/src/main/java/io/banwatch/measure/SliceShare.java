package io.banwatch.measure;

/**
 * What a key adds to a slice of its account. Sums are what came since the key told of this slice
 * last; sets are whole, since they may be told again. Plain public fields, since it crosses the
 * network.
 */
public class SliceShare {
  /** The vendor. */
  public String vendor = "";

  /** Who paid. */
  public String account = "";

  /** The slice's number. */
  public long slice;

  /** Whether the key tells of this slice for the first time. */
  public boolean first;

  /** What it used since. */
  public SliceUsage usage = new SliceUsage();

  /** Hashes of the addresses that it called from. */
  public long[] addresses = {};

  /** Hashes of their countries. */
  public long[] countries = {};

  /** What the vendor said of its rate limits; null when it said nothing. */
  public SliceLimits limits;
}
