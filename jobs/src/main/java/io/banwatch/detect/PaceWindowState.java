package io.banwatch.detect;

import java.util.ArrayList;
import java.util.List;

/** One sliding window of one signal: its slices, and a record for each measure. */
public class PaceWindowState {
  /** What the window holds now. */
  public SliceRing ring = new SliceRing();

  /**
   * The number of the bucket of time, one window long, that the records are noting in; -1 at first.
   */
  public long bucket = -1;

  /** A record for each of the signal's measures, in its order. */
  public List<PaceRecord> records = new ArrayList<>();
}
