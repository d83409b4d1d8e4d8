package io.banwatch.detect;

import io.banwatch.policy.Learning;
import io.banwatch.policy.PaceWindow;
import io.banwatch.policy.PaceWindows;
import java.util.List;
import java.util.Map;

/**
 * When records learn. Never while an episode is open; what it reached is adopted when it ends, if
 * it had lasted. One that does not end is adopted once it has lasted as long as the history that it
 * contradicts, or a day: then the new level is the key's own. Episodes raise a record at most so
 * far in seven days, so that neither a patient thief nor a loop teaches its own pace.
 */
final class PaceLearning {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;

  /** Records lag by one to two hours: before, a new key has none. */
  static final long FIRST_RECORD = 2 * HOUR;

  /** Records of the first three days are still moving (measured on real production rates). */
  static final long LEARNING = 3 * DAY;

  /** Lets time go on to {@code at}: ends an episode that is over, and moves the records' hours. */
  void advance(
      PaceTrack track,
      long at,
      long firstAt,
      List<PaceMeasure> measures,
      Map<String, PaceWindows> windows,
      Learning rules) {
    if (track.breachFrom != 0) {
      adoptIfDue(track, at, firstAt, measures, windows, rules);
    }
    long hour = at / HOUR;
    if (hour <= track.hour) {
      return;
    }
    boolean open = track.breachFrom != 0;
    int oldestMinute = (int) ((at / DAY - rules.recordDays()) * (DAY / MINUTE));
    for (int i = 0; i < PaceSpan.count(); i++) {
      List<PaceRecord> records = track.window(PaceSpan.at(i)).records;
      while (records.size() < measures.size()) {
        records.add(new PaceRecord());
      }
      for (int m = 0; m < measures.size(); m++) {
        records.get(m).roll(hour - track.hour, open, oldestMinute);
      }
    }
    track.hour = hour;
  }

  /**
   * Whether a window's total may be noted: always while an episode is open, for its peak; after it
   * only once the window holds nothing of it.
   */
  boolean notes(PaceTrack track, long at, PaceSpan span) {
    return track.breachFrom != 0 || at >= track.breachLast + span.millis();
  }

  /** A window was breached at {@code at}: opens the episode, or prolongs it. */
  void breached(PaceTrack track, long at, long quietMillis) {
    if (track.breachFrom == 0) {
      track.breachFrom = at;
      for (int i = 0; i < PaceSpan.count(); i++) {
        track.window(PaceSpan.at(i)).records.forEach(PaceRecord::freeze);
      }
    }
    track.breachLast = Math.max(track.breachLast, at);
    track.breachUntil = Math.max(track.breachUntil, at + quietMillis);
  }

  private static void adoptIfDue(
      PaceTrack track,
      long at,
      long firstAt,
      List<PaceMeasure> measures,
      Map<String, PaceWindows> windows,
      Learning rules) {
    boolean over = at >= track.breachUntil;
    long lasted = (over ? track.breachUntil : at) - track.breachFrom;
    long history = Math.max(track.breachFrom - firstAt, 0);
    long least = rules.adoptAfterMinutes() * MINUTE;
    if (!over && lasted < Math.min(Math.max(history, least), DAY)) {
      return;
    }
    boolean adopts = lasted >= least;
    boolean newWeek = track.adoptionFrom == 0 || at - track.adoptionFrom >= WEEK;
    for (int i = 0; i < PaceSpan.count(); i++) {
      PaceSpan span = PaceSpan.at(i);
      List<PaceRecord> records = track.window(span).records;
      for (int m = 0; m < records.size(); m++) {
        PaceRecord record = records.get(m);
        if (adopts && newWeek && record.adoption != null) {
          record.adoption.base = record.most();
        }
        PaceWindows limits = windows.get(measures.get(m).word());
        record.thaw(adopts && limits != null ? most(record, span.of(limits), history, rules) : 0);
        if (!over) {
          record.freeze();
        }
      }
    }
    if (adopts && newWeek) {
      track.adoptionFrom = at;
    }
    track.breachFrom = over ? 0 : at;
  }

  /**
   * How far an episode may raise the record. Below floor / margin no record matters, so it may
   * always rise from there; a young key's record is no record yet, so nothing holds it.
   */
  private static double most(PaceRecord record, PaceWindow limits, long history, Learning rules) {
    if (history < LEARNING) {
      return Double.MAX_VALUE;
    }
    double base = record.adoption == null ? 0 : record.adoption.base;
    return rules.adoptFactorPerWeek() * Math.max(base, limits.floor() / limits.margin());
  }
}
