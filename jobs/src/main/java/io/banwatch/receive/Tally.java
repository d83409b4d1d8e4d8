package io.banwatch.receive;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Reason;
import java.util.EnumMap;
import java.util.Map;

/** What the values of one body became. Used by one thread. */
final class Tally {
  private long accepted;
  private long skipped;
  private long rejected;
  private long notJson;
  private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);

  void add(LogRecord logRecord) {
    if (logRecord.rejection() != null) {
      Reason reason = logRecord.rejection().reason();
      rejected++;
      reasons.merge(reason, 1L, Long::sum);
      notJson += isNotJson(reason) ? 1 : 0;
    } else if (logRecord.skip() != null) {
      skipped++;
    } else {
      accepted++;
    }
  }

  private static boolean isNotJson(Reason reason) {
    return switch (reason) {
      case NOT_JSON, NOT_UTF8, TRUNCATED, UNREADABLE -> true;
      case TOO_LONG,
          TOO_DEEP,
          NOT_AN_OBJECT,
          UNKNOWN_FORMAT,
          APPLICATION_LOG,
          NO_TIME,
          TIME_OUT_OF_RANGE,
          TIME_AHEAD ->
          false;
    };
  }

  /** Whether there is something, and none of it JSON. */
  boolean nothingIsJson() {
    return rejected > 0 && rejected == notJson && accepted + skipped == 0;
  }

  long accepted() {
    return accepted;
  }

  long rejected() {
    return rejected;
  }

  long skipped() {
    return skipped;
  }

  Map<Reason, Long> reasons() {
    return reasons;
  }
}
