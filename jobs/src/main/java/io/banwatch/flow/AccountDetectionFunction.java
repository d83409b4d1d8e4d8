package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.detect.AccountDetection;
import io.banwatch.detect.AccountPacing;
import io.banwatch.detect.AccountState;
import io.banwatch.measure.AccountPaceSlices;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Fetches an account's state and shows it the activities of its keys, second by second, in an order
 * that does not depend on how they raced: a second is looked at when no activity of it can come any
 * more.
 */
final class AccountDetectionFunction
    extends KeyedProcessFunction<Long, SlottedActivity, SlottedAlert> {
  private static final long serialVersionUID = 1L;
  private static final long SLOT_MILLIS = 1_000;

  private static final Comparator<SlottedActivity> ORDER =
      Comparator.comparingLong(SlottedActivity::slot)
          .thenComparingLong(slotted -> slotted.activity().at())
          .thenComparing(slotted -> slotted.activity().key())
          .thenComparing(slotted -> slotted.activity().kind());

  private final DetectSettings settings;
  private transient AccountDetection detection;
  private transient ValueState<AccountState> states;

  /** Null when there is no metric log. */
  private transient AccountPacing pacing;

  private transient ValueState<AccountPaceSlices> paces;
  private transient MapState<Long, List<SlottedActivity>> waiting;
  private transient Count accounts;

  AccountDetectionFunction(DetectSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    detection = settings.openAccountDetection();
    states =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("account", TypeInformation.of(AccountState.class)));
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(TypeInformation.of(SlottedActivity.class))));
    pacing = settings.openAccountPacing();
    if (pacing != null) {
      paces =
          getRuntimeContext()
              .getState(
                  new ValueStateDescriptor<>(
                      "pace slices", TypeInformation.of(AccountPaceSlices.class)));
    }
    accounts = new Count(getRuntimeContext(), Counts.ACCOUNTS, settings.status());
  }

  @Override
  public void processElement(SlottedActivity next, Context context, Collector<SlottedAlert> out)
      throws Exception {
    long due = (Math.floorDiv(next.slot(), SLOT_MILLIS) + 1) * SLOT_MILLIS;
    List<SlottedActivity> second = waiting.get(due);
    if (second == null) {
      second = new ArrayList<>();
      context.timerService().registerEventTimeTimer(due);
    }
    second.add(next);
    waiting.put(due, second);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<SlottedAlert> out)
      throws Exception {
    AccountState state = states.value();
    if (state == null) {
      state = new AccountState();
      accounts.add(1);
    }
    Consumer<Alert> told = line -> out.collect(SlottedAlert.byTime(timestamp, line));
    AccountPaceSlices pace = pacing == null ? null : paceSlices();
    Consumer<byte[]> points = lines -> context.output(MetricGraph.POINTS, lines);
    List<SlottedActivity> second = waiting.get(timestamp);
    boolean logEnded = context.timerService().currentWatermark() == Long.MAX_VALUE;
    if (second != null) {
      waiting.remove(timestamp);
      if (second.size() > 1) {
        second.sort(ORDER);
      }
      for (SlottedActivity next : second) {
        if (pace != null) {
          pacing.observe(next.activity(), state, pace, points);
        }
        detection.observe(next.activity(), state, told);
      }
    }
    if (second != null || !logEnded) {
      detection.advance(timestamp, state, told);
    }
    if (logEnded && waiting.isEmpty()) {
      tellHeld(timestamp, state, out);
    }
    if (pace != null) {
      boolean over = logEnded && waiting.isEmpty();
      pacing.advance(over ? Long.MAX_VALUE : timestamp, state, pace, points);
      paces.update(pace);
    }
    if (state.timerAt <= timestamp) {
      state.timerAt = 0;
    }
    long next = detection.nextTimer(state);
    if (pace != null) {
      next = Math.min(next, pacing.nextTimer(pace));
    }
    if (!logEnded && next != Long.MAX_VALUE && (state.timerAt == 0 || next < state.timerAt)) {
      state.timerAt = next;
      context.timerService().registerEventTimeTimer(next);
    }
    states.update(state);
  }

  /** As if the log went on without requests: each with the moment until which it waits. */
  private void tellHeld(long timestamp, AccountState state, Collector<SlottedAlert> out) {
    long until = detection.heldUntil(state);
    while (until != Long.MAX_VALUE) {
      long slot = Math.max(timestamp, until);
      detection.tellHeld(until, state, line -> out.collect(SlottedAlert.byTime(slot, line)));
      until = detection.heldUntil(state);
    }
  }

  private AccountPaceSlices paceSlices() throws IOException {
    AccountPaceSlices pace = paces.value();
    return pace == null ? new AccountPaceSlices() : pace;
  }
}
