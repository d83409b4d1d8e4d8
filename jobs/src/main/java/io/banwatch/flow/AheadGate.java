package io.banwatch.flow;

import io.banwatch.usage.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps one wrong clock from dragging the event time of the whole log.
 *
 * <p>A record far ahead of the running maximum is set aside. Either later records confirm it (the
 * log had a long gap, or the clock was wrong before): then it and they pass, in their order. Or
 * records of the old time go on coming: then it is given up. The same holds at the start, when
 * there is no maximum yet. Judged by the records alone, so a replay decides as the live run did.
 */
final class AheadGate {
  /** A jump up to this passes: quiet hours are ordinary, and a smaller error does little harm. */
  static final long PASSES_MILLIS = 6 * 3_600_000L;

  /** So many records in a row, the first included, confirm a new time. */
  static final int CONFIRMED_BY = 3;

  /** An unconfirmed jump at the end of a log is believed up to this; years are a broken clock. */
  static final long BELIEVED_AT_END_MILLIS = 30 * 86_400_000L;

  private long maximum;
  private final List<LogRecord> aside;

  /**
   * @param maximum the running maximum of event time, or {@link Long#MIN_VALUE} before any
   * @param aside the records set aside so far, in their order
   */
  AheadGate(long maximum, List<LogRecord> aside) {
    this.maximum = maximum;
    this.aside = new ArrayList<>(aside);
  }

  /**
   * Takes the next record.
   *
   * @param passed receives every record whose time is believed now
   * @param givenUp receives every record whose time was not confirmed
   */
  void offer(LogRecord record, Consumer<LogRecord> passed, Consumer<LogRecord> givenUp) {
    if (maximum != Long.MIN_VALUE && record.event().endMillis() <= maximum + PASSES_MILLIS) {
      if (!aside.isEmpty()) {
        aside.forEach(givenUp);
        aside.clear();
      }
      maximum = Math.max(maximum, record.event().endMillis());
      passed.accept(record);
      return;
    }
    while (!aside.isEmpty() && disagree(aside.get(0), record)) {
      givenUp.accept(aside.remove(0));
    }
    aside.add(record);
    if (aside.size() >= CONFIRMED_BY) {
      release(passed);
    }
  }

  /** Decides on what is set aside when the log has ended. */
  void end(Consumer<LogRecord> passed, Consumer<LogRecord> givenUp) {
    for (LogRecord record : aside) {
      boolean believed =
          maximum == Long.MIN_VALUE
              || record.event().endMillis() <= maximum + BELIEVED_AT_END_MILLIS;
      (believed ? passed : givenUp).accept(record);
    }
    aside.clear();
  }

  /** The running maximum of event time, or {@link Long#MIN_VALUE} before any. */
  long maximum() {
    return maximum;
  }

  /** What is set aside, in its order. */
  List<LogRecord> aside() {
    return List.copyOf(aside);
  }

  private void release(Consumer<LogRecord> passed) {
    for (LogRecord record : aside) {
      maximum = Math.max(maximum, record.event().endMillis());
      passed.accept(record);
    }
    aside.clear();
  }

  /** Whether the later record speaks against the time of the earlier. */
  private static boolean disagree(LogRecord earlier, LogRecord later) {
    return later.event().endMillis() < earlier.event().endMillis() - PASSES_MILLIS;
  }
}
