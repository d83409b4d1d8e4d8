package io.banwatch.detect;

import io.banwatch.measure.PaceReading;
import io.banwatch.policy.PaceSignal;
import io.banwatch.policy.PaceWindows;
import io.banwatch.policy.Settings;
import java.util.Map;
import java.util.function.Function;

/** Reads paces for the metric log: what each window holds, its record and its threshold. */
final class PaceReadings {
  private static final PaceMeasure[] MEASURES = PaceMeasure.values();

  private PaceReadings() {}

  /**
   * Reads a key's pace.
   *
   * @param historyMillis since when the key is known, as of its last request
   */
  static PaceReading ofKey(long slice, PaceState pace, long historyMillis, Settings settings) {
    return of(slice, pace, historyMillis, settings, PaceSignal::key);
  }

  /** The same of an account. */
  static PaceReading ofAccount(long slice, PaceState pace, long historyMillis, Settings settings) {
    return of(slice, pace, historyMillis, settings, PaceSignal::account);
  }

  private static PaceReading of(
      long slice,
      PaceState pace,
      long historyMillis,
      Settings settings,
      Function<PaceSignal, Map<String, PaceWindows>> judged) {
    PaceReading reading = new PaceReading();
    reading.slice = slice;
    double young = PaceWatch.young(historyMillis, settings.learning());
    for (PaceMeasure measure : MEASURES) {
      PaceSignal signal = signal(measure, settings);
      PaceWindows limits = signal.enabled() ? judged.apply(signal).get(measure.word()) : null;
      read(reading, pace, measure, limits, historyMillis, young);
    }
    return reading;
  }

  private static PaceSignal signal(PaceMeasure measure, Settings settings) {
    return measure == PaceMeasure.REQUESTS
        ? settings.signals().requestSurge()
        : settings.signals().tokenBurst();
  }

  private static void read(
      PaceReading reading,
      PaceState pace,
      PaceMeasure measure,
      PaceWindows limits,
      long history,
      double young) {
    for (int i = 0; i < PaceSpan.count(); i++) {
      PaceSpan span = PaceSpan.at(i);
      int place = AboveRecord.place(measure, span);
      PaceWindowState window = pace.window(measure, span);
      float most = window.most(PaceState.recordOf(measure));
      reading.observed[place] = PaceWatch.total(window.ring, measure);
      reading.records[place] = most;
      reading.thresholds[place] =
          limits == null
              ? Double.NaN
              : Math.ceil(PaceWatch.threshold(span, limits, most, history, young));
    }
  }
}
