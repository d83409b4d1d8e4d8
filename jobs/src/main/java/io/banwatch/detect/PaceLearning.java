package io.banwatch.detect;

import io.banwatch.policy.Learning;
import io.banwatch.policy.PaceWindow;
import io.banwatch.policy.PaceWindows;
import java.util.List;
import java.util.Map;

/**
 * When records learn. Never while an episode is open; what it reached is adopted when it ends, if
 * it had lasted, and once a day while it does not end. Episodes raise a record at most so far in
 * seven days, so that neither a patient thief nor a loop teaches its own pace.
 */
final class PaceLearning {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;

  /** Lets time go on to {@code at}: ends an episode that is over, and moves the records' hours. */
  void advance(
      PaceTrack track,
      long at,
      List<PaceMeasure> measures,
      Map<String, PaceWindows> windows,
      Learning rules) {
    if (track.breachFrom != 0) {
      adoptIfOver(track, at, measures, windows, rules);
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

  private static void adoptIfOver(
      PaceTrack track,
      long at,
      List<PaceMeasure> measures,
      Map<String, PaceWindows> windows,
      Learning rules) {
    boolean over = at >= track.breachUntil;
    long end = over ? track.breachUntil : at;
    boolean lasted = end - track.breachFrom >= rules.adoptAfterMinutes() * MINUTE;
    if (!over && at - track.breachFrom < DAY) {
      return;
    }
    boolean newWeek = track.adoptionFrom == 0 || at - track.adoptionFrom >= WEEK;
    for (int i = 0; i < PaceSpan.count(); i++) {
      PaceSpan span = PaceSpan.at(i);
      List<PaceRecord> records = track.window(span).records;
      for (int m = 0; m < records.size(); m++) {
        PaceRecord record = records.get(m);
        if (lasted && newWeek && record.adoption != null) {
          record.adoption.base = record.most();
        }
        PaceWindows limits = windows.get(measures.get(m).word());
        record.thaw(lasted && limits != null ? most(record, span.of(limits), rules) : 0);
        if (!over) {
          record.freeze();
        }
      }
    }
    if (lasted && newWeek) {
      track.adoptionFrom = at;
    }
    track.breachFrom = over ? 0 : at;
  }

  /** Below floor / margin no record matters, so episodes may always raise it from there. */
  private static double most(PaceRecord record, PaceWindow limits, Learning rules) {
    double base = record.adoption == null ? 0 : record.adoption.base;
    return rules.adoptFactorPerWeek() * Math.max(base, limits.floor() / limits.margin());
  }
}
