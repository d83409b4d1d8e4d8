package io.banwatch.flow;

import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnsweredBy;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.accumulators.LongMinimum;
import org.apache.flink.api.common.functions.RuntimeContext;

/** Counts what the values of the log became: lines = accepted + rejected + skipped, always. */
final class LogCounts {
  private final LongCounter accepted;
  private final LongCounter unknownAccount;
  private final Map<Reason, LongCounter> rejected = new EnumMap<>(Reason.class);
  private final Map<Skip, LongCounter> skipped = new EnumMap<>(Skip.class);
  private final Map<DroppedField, LongCounter> dropped = new EnumMap<>(DroppedField.class);
  private final LongMinimum first = new LongMinimum();
  private final LongMaximum last = new LongMaximum();

  LogCounts(RuntimeContext context) {
    accepted = Counts.counter(context, Counts.ACCEPTED);
    unknownAccount = Counts.counter(context, Counts.UNKNOWN_ACCOUNT);
    for (Reason reason : Reason.values()) {
      rejected.put(reason, Counts.counter(context, Counts.REJECTED + reason.word()));
    }
    for (Skip skip : Skip.values()) {
      if (skip != Skip.REPEAT) {
        skipped.put(skip, Counts.counter(context, Counts.SKIPPED + skip.word()));
      }
    }
    for (DroppedField field : DroppedField.values()) {
      dropped.put(field, Counts.counter(context, Counts.DROPPED + field.word()));
    }
    context.addAccumulator(Counts.FIRST_EVENT, first);
    context.addAccumulator(Counts.LAST_EVENT, last);
  }

  void accepted(UsageEvent event, LogRecord record) {
    accepted.add(1);
    if (event.answeredBy() == AnsweredBy.VENDOR
        && event.account().equals(UsageEvent.unknownAccountOf(event.vendor()))) {
      unknownAccount.add(1);
    }
    first.add(event.endMillis());
    last.add(event.endMillis());
    if (record.droppedFields() == 0) {
      return;
    }
    for (DroppedField field : DroppedField.values()) {
      if ((record.droppedFields() & field.bit()) != 0) {
        dropped.get(field).add(1);
      }
    }
  }

  void rejected(Reason reason) {
    rejected.get(reason).add(1);
  }

  void skipped(Skip skip) {
    skipped.get(skip).add(1);
  }
}
