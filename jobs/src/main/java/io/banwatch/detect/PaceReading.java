package io.banwatch.detect;

import io.banwatch.metric.FieldNames;
import io.banwatch.metric.PointBuilder;
import io.banwatch.policy.Learning;
import io.banwatch.policy.PaceSignal;
import io.banwatch.policy.PaceWindows;
import io.banwatch.policy.Settings;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A pace as it stood after the last request of a slice: what each window held, its record and its
 * threshold, at {@link AboveRecord#place}. Plain public fields as in {@link KeyState}.
 */
public class PaceReading {
  private static final PaceMeasure[] MEASURES = PaceMeasure.values();
  private static final int WINDOWS = FieldNames.PACE_WINDOWS.size();
  private static final List<MeasureNames> NAMES =
      FieldNames.PACE_MEASURES.stream().map(MeasureNames::of).toList();

  /** The slice's number. */
  public long slice;

  /** What each window held. */
  public long[] observed = new long[AboveRecord.PLACES];

  /** The most each ever held; 0 without a record. */
  public float[] records = new float[AboveRecord.PLACES];

  /** What each may hold, as alerts tell it; NaN where the policy does not judge it. */
  public double[] thresholds = new double[AboveRecord.PLACES];

  /**
   * Reads a key's pace.
   *
   * @param historyMillis since when the key is known, as of its last request
   */
  static PaceReading ofKey(long slice, PaceState pace, long historyMillis, Settings settings) {
    PaceReading reading = new PaceReading();
    reading.slice = slice;
    for (PaceMeasure measure : MEASURES) {
      PaceSignal signal = signal(measure, settings);
      PaceWindows limits = signal.enabled() ? signal.key().get(measure.word()) : null;
      reading.read(pace, measure, limits, historyMillis, settings.learning());
    }
    return reading;
  }

  /** The same of an account. */
  static PaceReading ofAccount(long slice, PaceState pace, long historyMillis, Settings settings) {
    PaceReading reading = new PaceReading();
    reading.slice = slice;
    for (PaceMeasure measure : MEASURES) {
      PaceSignal signal = signal(measure, settings);
      PaceWindows limits = signal.enabled() ? signal.account().get(measure.word()) : null;
      reading.read(pace, measure, limits, historyMillis, settings.learning());
    }
    return reading;
  }

  private static PaceSignal signal(PaceMeasure measure, Settings settings) {
    return measure == PaceMeasure.REQUESTS
        ? settings.signals().requestSurge()
        : settings.signals().tokenBurst();
  }

  private void read(
      PaceState pace, PaceMeasure measure, PaceWindows limits, long history, Learning rules) {
    for (int i = 0; i < PaceSpan.count(); i++) {
      PaceSpan span = PaceSpan.at(i);
      int place = AboveRecord.place(measure, span);
      PaceWindowState window = pace.window(measure, span);
      float most = window.most(PaceState.recordOf(measure));
      observed[place] = PaceWatch.total(window.ring, measure);
      records[place] = most;
      thresholds[place] =
          limits == null
              ? Double.NaN
              : Math.ceil(PaceWatch.threshold(span, limits, most, history, rules));
    }
  }

  /**
   * Adds the pace fields.
   *
   * @param habit what is usual
   * @param at a moment of the slice
   */
  void write(PointBuilder point, WeekHabit habit, long at) {
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
