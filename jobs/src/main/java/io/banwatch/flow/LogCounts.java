package io.banwatch.flow;

import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnsweredBy;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.accumulators.LongMinimum;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Gauge;

/** Counts what the values of the log became: lines = accepted + rejected + skipped, always. */
final class LogCounts {
  private static final String NEWEST_EVENT = "newest-event-millis";
  private static final String LAST_REQUEST = "last-request-millis";

  private final Count requests;
  private final Count unknownAccount;
  private final Map<Reason, Count> rejected = new EnumMap<>(Reason.class);
  private final Map<Skip, Count> skipped = new EnumMap<>(Skip.class);
  private final Map<DroppedField, Count> dropped = new EnumMap<>(DroppedField.class);
  private final LongMinimum first = new LongMinimum();
  private final LongMaximum last = new LongMaximum();

  private final JobStatus status;
  private long newest = Long.MIN_VALUE;
  private long cameAt;

  /**
   * @param status the name of the {@link JobStatus} to keep, or null
   */
  LogCounts(RuntimeContext context, String status) {
    this.status = JobStatus.of(status);
    requests = new Count(context, Counts.REQUESTS, status);
    unknownAccount = new Count(context, Counts.UNKNOWN_ACCOUNT, status);
    for (Reason reason : Reason.values()) {
      rejected.put(reason, new Count(context, Counts.REJECTED + reason.word(), status));
    }
    for (Skip skip : Skip.values()) {
      if (skip != Skip.REPEAT) {
        skipped.put(skip, new Count(context, Counts.SKIPPED + skip.word(), status));
      }
    }
    for (DroppedField field : DroppedField.values()) {
      dropped.put(field, new Count(context, Counts.DROPPED + field.word(), status));
    }
    context.addAccumulator(Counts.FIRST_EVENT, first);
    context.addAccumulator(Counts.LAST_EVENT, last);
    context.getMetricGroup().<Long, Gauge<Long>>gauge(Count.metric(NEWEST_EVENT), () -> newest);
    context.getMetricGroup().<Long, Gauge<Long>>gauge(Count.metric(LAST_REQUEST), () -> cameAt);
  }

  void accepted(UsageEvent event, LogRecord record) {
    requests.add(1);
    if (event.answeredBy() == AnsweredBy.VENDOR && event.accountUnknown()) {
      unknownAccount.add(1);
    }
    first.add(event.endMillis());
    last.add(event.endMillis());
    if (event.endMillis() > newest) {
      newest = event.endMillis();
      status.newestEvent(newest);
    }
    if (record.droppedFields() == 0) {
      return;
    }
    for (DroppedField field : DroppedField.values()) {
      if ((record.droppedFields() & field.bit()) != 0) {
        dropped.get(field).add(1);
      }
    }
  }

  /** A request came at or shortly before this moment of the wall clock. */
  void cameAt(long now) {
    cameAt = now;
    status.lastRequest(now);
  }

  void rejected(Reason reason) {
    rejected.get(reason).add(1);
  }

  void skipped(Skip skip) {
    skipped.get(skip).add(1);
  }
}
