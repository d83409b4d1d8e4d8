package io.banwatch.log;

import io.banwatch.usage.LogRecord;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.MapFunction;

/** Counts how often each numbered record arrives, in this JVM. */
final class CountedRecords implements MapFunction<LogRecord, Integer> {
  private static final long serialVersionUID = 1;
  private static final int MOST = 50_000_000;

  private static final AtomicLong RECORDS = new AtomicLong();
  private static final AtomicLong REJECTED = new AtomicLong();
  private static volatile AtomicIntegerArray times = new AtomicIntegerArray(0);

  static void reset() {
    RECORDS.set(0);
    REJECTED.set(0);
    times = new AtomicIntegerArray(MOST);
  }

  @Override
  public Integer map(LogRecord logRecord) {
    RECORDS.incrementAndGet();
    if (logRecord.event() == null) {
      REJECTED.incrementAndGet();
      return -1;
    }
    int number = Integer.parseInt(logRecord.event().key());
    times.incrementAndGet(number);
    return number;
  }

  /** All that arrived, what was rejected with it. */
  static long count() {
    return RECORDS.get();
  }

  static long rejected() {
    return REJECTED.get();
  }

  /** How often one arrived. */
  static int times(int number) {
    return times.get(number);
  }
}
