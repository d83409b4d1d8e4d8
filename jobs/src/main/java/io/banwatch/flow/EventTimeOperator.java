package io.banwatch.flow;

import io.banwatch.gateway.AccountResolver;
import io.banwatch.gateway.KnownAccount;
import io.banwatch.policy.Policy;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.UsageEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Right after the source, one subtask, in the log's order: parts what was not understood from what
 * was, sets aside what a wrong clock stamped, names each request's account, and moves event time.
 *
 * <p>Event time moves with the records alone, never with the wall clock: a watermark stands at the
 * same place between the records in every run, and with it everything that timers decide. An
 * operator rather than a function, because it must still pass records when the log has ended.
 */
final class EventTimeOperator extends AbstractStreamOperator<UsageEvent>
    implements OneInputStreamOperator<LogRecord, UsageEvent> {
  private static final long serialVersionUID = 1L;

  /** Values that did not become events. */
  static final OutputTag<Rejection> REJECTED =
      new OutputTag<>("rejected", TypeInformation.of(Rejection.class));

  /** Smaller steps cost a watermark for nearly every record; larger ones delay accounts' alerts. */
  private static final long STEP_MILLIS = 5_000;

  private final DetectSettings settings;
  private transient long disorderMillis;
  private transient long steppedTo;
  private transient AheadGate gate;
  private transient AccountResolver accounts;
  private transient LogCounts counts;
  private transient ListState<Long> maximumState;
  private transient ListState<LogRecord> asideState;
  private transient ListState<KnownAccount> accountState;

  EventTimeOperator(DetectSettings settings) {
    this.settings = settings;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    maximumState =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("maximum", Types.LONG));
    asideState =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("aside", TypeInformation.of(LogRecord.class)));
    long maximum = Long.MIN_VALUE;
    for (long restored : maximumState.get()) {
      maximum = Math.max(maximum, restored);
    }
    List<LogRecord> aside = new ArrayList<>();
    asideState.get().forEach(aside::add);
    gate = new AheadGate(maximum, aside);
    accountState =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("accounts", TypeInformation.of(KnownAccount.class)));
    List<KnownAccount> known = new ArrayList<>();
    accountState.get().forEach(known::add);
    Policy policy = settings.policy();
    disorderMillis = policy.disorderMillis();
    accounts = new AccountResolver(policy.accounts());
    accounts.restore(known);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    maximumState.update(List.of(gate.maximum()));
    asideState.update(gate.aside());
    accountState.update(accounts.memory());
  }

  @Override
  public void open() throws Exception {
    super.open();
    counts = new LogCounts(getRuntimeContext());
    steppedTo = Long.MIN_VALUE;
  }

  @Override
  public void processElement(StreamRecord<LogRecord> element) {
    LogRecord record = element.getValue();
    if (record.event() != null) {
      gate.offer(record, this::pass, this::giveUp);
    } else if (record.rejection() != null) {
      reject(record.rejection());
    } else {
      counts.skipped(record.skip());
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() == Long.MAX_VALUE) {
      gate.end(this::pass, this::giveUp);
      super.processWatermark(mark);
    }
  }

  private void pass(LogRecord record) {
    UsageEvent event = accounts.resolve(record.event(), record.host());
    counts.accepted(event, record);
    long at = event.endMillis();
    output.collect(new StreamRecord<>(event, at));
    if (steppedTo == Long.MIN_VALUE || at >= steppedTo + STEP_MILLIS) {
      steppedTo = at;
      output.emitWatermark(new Watermark(at - disorderMillis - 1));
    }
  }

  private void giveUp(LogRecord record) {
    reject(
        new Rejection(
            record.position(),
            Reason.TIME_AHEAD,
            "endTime",
            "hours ahead of the records around it, and none confirmed it; check the clock of the"
                + " gateway that wrote it"));
  }

  private void reject(Rejection rejection) {
    counts.rejected(rejection.reason());
    output.collect(REJECTED, new StreamRecord<>(rejection));
  }
}
