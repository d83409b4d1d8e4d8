package io.banwatch.detect;

/**
 * How much more the windows of a key hold than its records: one number for each measure and window,
 * 0 where a window holds no more than it ever did. It tells an account which keys rise beyond all
 * they ever did, and how much of its own rise each of them carries. A POJO, since it crosses the
 * network.
 */
public class AboveRecord {
  private static final PaceMeasure[] MEASURES = PaceMeasure.values();

  /** How many measures and windows there are. */
  static final int PLACES = MEASURES.length * PaceSpan.count();

  /** By {@link #place}: requests or tokens, 0 or more. */
  public float[] more = new float[PLACES];

  /** The place of a measure and window. */
  static int place(PaceMeasure measure, PaceSpan span) {
    int first =
        switch (measure) {
          case REQUESTS -> 0;
          case INPUT -> PaceSpan.count();
          case OUTPUT -> 2 * PaceSpan.count();
        };
    int window =
        switch (span) {
          case ONE_MINUTE -> 0;
          case TEN_MINUTES -> 1;
          case SIXTY_MINUTES -> 2;
        };
    return first + window;
  }

  /**
   * The place of a pace alert's measure and window.
   *
   * @throws IllegalArgumentException when no pace signal judges them
   */
  static int place(String unit, long windowMillis) {
    for (PaceMeasure measure : MEASURES) {
      for (int i = 0; i < PaceSpan.count(); i++) {
        if (measure.unit().equals(unit) && PaceSpan.at(i).millis() == windowMillis) {
          return place(measure, PaceSpan.at(i));
        }
      }
    }
    throw new IllegalArgumentException(unit + " in " + windowMillis + " ms");
  }

  /**
   * Of a key's windows now; all that a window holds where the key has no record yet.
   *
   * @return null when no window holds more than its record
   */
  static AboveRecord of(PaceState pace) {
    AboveRecord above = null;
    for (PaceMeasure measure : MEASURES) {
      PaceTrack track = measure == PaceMeasure.REQUESTS ? pace.requests : pace.tokens;
      int record = measure == PaceMeasure.OUTPUT ? 1 : 0;
      for (int i = 0; i < PaceSpan.count(); i++) {
        PaceWindowState window = track.window(PaceSpan.at(i));
        float more = PaceWatch.total(window.ring, measure) - window.most(record);
        if (more > 0) {
          above = above == null ? new AboveRecord() : above;
          above.more[place(measure, PaceSpan.at(i))] = more;
        }
      }
    }
    return above;
  }

  /** Where a window holds more than its record: bits at their places; none for null. */
  static int places(AboveRecord above) {
    int places = 0;
    for (int i = 0; above != null && i < PLACES; i++) {
      places |= above.more[i] > 0 ? 1 << i : 0;
    }
    return places;
  }

  /** The larger of both in each place; null when both are. */
  static AboveRecord larger(AboveRecord one, AboveRecord other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    AboveRecord larger = new AboveRecord();
    for (int i = 0; i < PLACES; i++) {
      larger.more[i] = Math.max(one.more[i], other.more[i]);
    }
    return larger;
  }
}
