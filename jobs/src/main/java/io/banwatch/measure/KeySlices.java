package io.banwatch.measure;

import io.banwatch.usage.UsageEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What the metric log needs of a key. Plain public fields, because Flink keeps it as a POJO; so are
 * all that it holds.
 */
public class KeySlices {
  /** Stands where a slice is not known. */
  public static final long NO_SLICE = Long.MIN_VALUE;

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

  /** Nothing yet, of the key of a request. */
  public static KeySlices of(UsageEvent event) {
    KeySlices key = new KeySlices();
    key.identity = event.identity();
    key.key = event.key();
    key.vendor = event.vendor();
    return key;
  }

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
