package io.banwatch.measure;

import io.banwatch.metric.FieldNames;
import io.banwatch.metric.PointWriter;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A pace as it stood after the last request of a slice: what each window held, its record and its
 * threshold, each by measure and within it by window, in the order of {@link FieldNames}. Plain
 * public fields as in {@link KeySlices}.
 */
public class PaceReading {
  private static final int WINDOWS = FieldNames.PACE_WINDOWS.size();
  private static final int PLACES = FieldNames.PACE_MEASURES.size() * WINDOWS;
  private static final List<MeasureNames> NAMES =
      FieldNames.PACE_MEASURES.stream().map(MeasureNames::of).toList();

  /** The slice's number. */
  public long slice;

  /** What each window held. */
  public long[] observed = new long[PLACES];

  /** The most each ever held; 0 without a record. */
  public float[] records = new float[PLACES];

  /** What each may hold, as alerts tell it; NaN where the policy does not judge it. */
  public double[] thresholds = new double[PLACES];

  /**
   * Adds the pace fields.
   *
   * @param habit what is usual
   * @param at a moment of the slice
   */
  public void write(PointWriter point, WeekHabit habit, long at) {
    for (int m = 0; m < NAMES.size(); m++) {
      MeasureNames names = NAMES.get(m);
      for (int w = 0; w < WINDOWS; w++) {
        int place = m * WINDOWS + w;
        point
            .with(names.observed().get(w), observed[place])
            .unlessZero(names.record().get(w), Math.round((double) records[place]))
            .with(names.threshold().get(w), thresholds[place]);
      }
      point.with(names.usualLow(), habit.low(at, m)).with(names.usualHigh(), habit.high(at, m));
    }
  }

  /** The names of one measure's fields, by window. */
  private record MeasureNames(
      List<String> observed,
      List<String> record,
      List<String> threshold,
      String usualLow,
      String usualHigh) {
    static MeasureNames of(String measure) {
      return new MeasureNames(
          each(window -> FieldNames.observed(measure, window)),
          each(window -> FieldNames.record(measure, window)),
          each(window -> FieldNames.threshold(measure, window)),
          FieldNames.usualLow(measure),
          FieldNames.usualHigh(measure));
    }

    private static List<String> each(UnaryOperator<String> name) {
      return FieldNames.PACE_WINDOWS.stream().map(name).toList();
    }
  }
}
