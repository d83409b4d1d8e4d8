package io.banwatch.detect;

import io.banwatch.policy.Learning;
import io.banwatch.policy.PaceSignal;
import io.banwatch.policy.PaceWindow;
import io.banwatch.policy.PaceWindows;
import io.banwatch.usage.Tokens;
import java.util.List;
import java.util.Map;

/**
 * Judges a pace against its own record: a breach is a window that holds more than a margin times
 * the most it ever held, and at least a floor. On bursty production traffic averages move tenfold
 * within hours while maxima stay, which is why the record and not the average is asked.
 *
 * <p>A window may hold {@code (1 + penalty / age) x max(floor, margin x record + floor / 2)}. A
 * young key's record is no record yet, so both grow for it. Half the floor on top of the margin
 * asks more of keys whose record lies just under the floor, where small numbers jump: on twelve
 * seeds and both groups of the evaluation it spares a fifth of the false warnings.
 *
 * <p>Before its first record, in its first two hours, a key has nothing that it could break: then
 * all windows are held against the minute's floor, as a pace, and a breach is worth knowing, no
 * more.
 *
 * <p>Nothing is learned while an episode is open. Stateless; allocates only on a breach, when a
 * record moves, and for a key's first requests.
 */
final class PaceWatch {
  private static final long MINUTE = 60_000;
  private static final double DAY = 86_400_000;

  private static final int UNCACHED = 0;
  private static final int OUTPUT = 1;
  private static final int CACHE_WRITE = 2;
  private static final int CACHE_READ = 3;

  private final List<PaceMeasure> measures;
  private final PaceLearning learning = new PaceLearning();

  PaceWatch(PaceMeasure... measures) {
    this.measures = List.of(measures);
  }

  /** Adds requests that were answered at {@code at}. */
  void count(PaceTrack track, long at, int requests) {
    for (int i = 0; i < PaceSpan.count(); i++) {
      PaceSpan span = PaceSpan.at(i);
      SliceRing ring = track.window(span).ring;
      int place = ring.slideTo(at, span);
      if (place >= 0) {
        ring.add(0, place, requests, span);
      }
    }
  }

  /** Adds the tokens of a request that was answered at {@code at}. */
  void count(PaceTrack track, long at, Tokens tokens) {
    for (int i = 0; i < PaceSpan.count(); i++) {
      PaceSpan span = PaceSpan.at(i);
      SliceRing ring = track.window(span).ring;
      int place = ring.slideTo(at, span);
      if (place >= 0) {
        ring.add(UNCACHED, place, tokens.uncachedInput(), span);
        ring.add(OUTPUT, place, tokens.output(), span);
        ring.add(CACHE_WRITE, place, tokens.cacheWrite(), span);
        ring.add(CACHE_READ, place, tokens.cacheRead(), span);
      }
    }
  }

  /**
   * Judges what was counted, and lets the records learn.
   *
   * @param at event time of the request, epoch milliseconds
   * @param firstAt event time of the first request ever
   * @param windows the policy's windows by measure
   * @return the worst breach, or null when there is none
   */
  PaceBreach judge(
      PaceTrack track,
      long at,
      long firstAt,
      PaceSignal settings,
      Map<String, PaceWindows> windows,
      Learning rules) {
    learning.advance(track, at, firstAt, measures, windows, rules);
    double young = 0;
    double worst = 1;
    int worstSpan = -1;
    int worstMeasure = -1;
    for (int m = 0; m < measures.size(); m++) {
      PaceMeasure measure = measures.get(m);
      PaceWindows limits = settings.enabled() ? windows.get(measure.word()) : null;
      for (int i = 0; i < PaceSpan.count(); i++) {
        PaceSpan span = PaceSpan.at(i);
        PaceWindowState window = track.window(span);
        long total = total(window.ring, measure);
        PaceRecord record = window.records.get(m);
        if (learning.notes(track, at, span)) {
          record.note(total, at);
        }
        if (limits == null || total < span.of(limits).floor()) {
          continue;
        }
        young = young == 0 ? young(at - firstAt, rules) : young;
        double thresholds = total / threshold(span, limits, record.most(), at - firstAt, young);
        if (thresholds > worst) {
          worst = thresholds;
          worstSpan = i;
          worstMeasure = m;
        }
      }
    }
    if (worstSpan < 0) {
      return null;
    }
    learning.breached(track, at, settings.quietMinutes() * MINUTE);
    PaceSpan span = PaceSpan.at(worstSpan);
    PaceMeasure measure = measures.get(worstMeasure);
    PaceWindowState window = track.window(span);
    PaceRecord record = window.records.get(worstMeasure);
    return new PaceBreach(
        measure,
        span,
        at,
        total(window.ring, measure),
        threshold(span, windows.get(measure.word()), record.most(), at - firstAt, young),
        record.most(),
        record.mostMinute() * MINUTE,
        Math.max(at - firstAt, 0),
        rules.recordDays(),
        measure == PaceMeasure.REQUESTS ? null : tokens(window.ring));
  }

  /** By how much more a key or account may hold that is known for so long only; at least 1. */
  static double young(long history, Learning rules) {
    return 1 + rules.youngKeyPenalty() / Math.max(history / DAY, rules.youngestDays());
  }

  /**
   * What a window may hold of a key or account that is known for so long. At or above the floor,
   * which is why a window below it needs no threshold.
   *
   * @param young what {@link #young} says of that history
   */
  static double threshold(
      PaceSpan span, PaceWindows limits, float most, long history, double young) {
    PaceWindow limit = span.of(limits);
    double floor = limit.floor();
    if (most == 0 && history < PaceLearning.FIRST_RECORD) {
      double minutes = (double) span.millis() / MINUTE;
      return young * Math.max(floor, limits.oneMinute().floor() * minutes);
    }
    return young * Math.max(floor, limit.margin() * most + floor / 2);
  }

  /** What a window holds of a measure. */
  static long total(SliceRing ring, PaceMeasure measure) {
    return switch (measure) {
      case REQUESTS -> ring.total(0);
      case INPUT ->
          new Tokens(ring.total(UNCACHED), ring.total(CACHE_READ), ring.total(CACHE_WRITE), 0)
              .weighedInput();
      case OUTPUT -> ring.total(OUTPUT);
    };
  }

  private static PaceBreach.WindowTokens tokens(SliceRing ring) {
    return new PaceBreach.WindowTokens(
        ring.total(UNCACHED), ring.total(CACHE_WRITE), ring.total(CACHE_READ), ring.total(OUTPUT));
  }
}
