package io.banwatch.measure;

/** The slices of event time in which the metric log measures; a request belongs to its end's. */
public final class Slices {
  /** How long a slice is, in milliseconds. */
  public static final long MILLIS = 10_000;

  /** A slice is written anew for late requests no longer than this after its end. */
  static final long KEPT_MILLIS = 600_000;

  /** Of a key's slices that were written, so many of the newest are kept. */
  static final int MOST_OF_KEY = 30;

  private Slices() {}

  /** The number of the slice that holds a moment, epoch milliseconds. */
  public static long of(long at) {
    return Math.floorDiv(at, MILLIS);
  }

  /** When a slice starts, epoch milliseconds: the time of its points. */
  public static long start(long slice) {
    return slice * MILLIS;
  }

  /** The last moment of a slice: a watermark that has reached it has passed the slice. */
  public static long last(long slice) {
    return (slice + 1) * MILLIS - 1;
  }

  /**
   * Whether a slice is too old to be written anew.
   *
   * @param watermark epoch milliseconds
   */
  static boolean isForgotten(long slice, long watermark) {
    return last(slice) + KEPT_MILLIS <= watermark;
  }
}
