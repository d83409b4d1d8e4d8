package io.banwatch.inspect;

import io.banwatch.usage.LogRecord;
import io.banwatch.vendor.AnswerClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A few requests of a log, with different answers as far as there are any. */
public final class SampledRecords {
  private static final int KEPT = 3;

  private final List<LogRecord> different = new ArrayList<>();
  private final List<LogRecord> same = new ArrayList<>();
  private final Set<AnswerClass> seen = EnumSet.noneOf(AnswerClass.class);

  SampledRecords() {}

  void add(LogRecord record) {
    if (different.size() < KEPT && seen.add(record.event().answerClass())) {
      different.add(record);
    } else if (same.size() < KEPT) {
      same.add(record);
    }
  }

  /** Three, or all when there are fewer. */
  public List<LogRecord> list() {
    List<LogRecord> list = new ArrayList<>(different);
    list.addAll(same.subList(0, Math.min(same.size(), KEPT - list.size())));
    return list;
  }
}
