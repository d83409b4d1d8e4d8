package io.banwatch.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * What the metric log needs of a key; null in its {@link KeyState} while there is no such log.
 * Plain public fields as there.
 */
public class KeySlices {
  static final long NO_SLICE = Long.MIN_VALUE;

  /** The key and its vendor, hashed. */
  public long identity;

  /** The key. */
  public String key = "";

  /** The vendor. */
  public String vendor = "";

  /** When something must be written or forgotten, epoch milliseconds. */
  public long dueAt = Long.MAX_VALUE;

  /** One for each account that paid lately. */
  public List<KeySeries> series = new ArrayList<>();

  /** The newest slice with a request that counts for pace, while no reading was taken in it. */
  public long pacedSlice = NO_SLICE;

  /** The key's pace in slices that wait to be written. */
  public List<PaceReading> readings = new ArrayList<>();

  /** Its pace in a slice, or null. */
  PaceReading reading(long slice) {
    for (PaceReading reading : readings) {
      if (reading.slice == slice) {
        return reading;
      }
    }
    return null;
  }
}
