package io.banwatch.detect;

import java.util.ArrayList;
import java.util.List;

/** One sliding window of one signal: its slices, and a record for each measure. */
public class PaceWindowState {
  /** What the window holds now. */
  public SliceRing ring = new SliceRing();

  /** A record for each of the signal's measures, in its order. */
  public List<PaceRecord> records = new ArrayList<>();

  /** The record of a measure, or 0 when there is none. */
  float most(int measure) {
    return measure < records.size() ? records.get(measure).most() : 0;
  }
}
