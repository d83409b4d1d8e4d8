package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.detect.AccountActivity;
import io.banwatch.detect.KeyDetection;
import io.banwatch.detect.KeyDetection.Verdict;
import io.banwatch.detect.KeyState;
import io.banwatch.gateway.Identities;
import io.banwatch.usage.Skip;
import io.banwatch.usage.UsageEvent;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Fetches a key's state, shows it each request, and forwards alert lines and what goes to the
 * account. One timer a key: for the sum that waits, the next alert to resolve, or the end of a dead
 * key.
 */
final class KeyDetectionFunction extends KeyedProcessFunction<Long, UsageEvent, SlottedActivity> {
  private static final long serialVersionUID = 1L;

  /** Alert lines that no sibling has a say in. */
  static final OutputTag<SlottedAlert> ALERTS =
      new OutputTag<>("alerts", TypeInformation.of(SlottedAlert.class));

  private final DetectSettings settings;
  private transient KeyDetection detection;
  private transient Identities accounts;
  private transient ValueState<KeyState> states;
  private transient TypeSerializer<KeyState> serializer;
  private transient LongCounter judged;
  private transient LongCounter keys;
  private transient LongCounter gatewayOnly;
  private transient LongCounter repeats;
  private transient LongCounter late;
  private transient LongCounter stateKeys;
  private transient LongCounter stateBytes;

  KeyDetectionFunction(DetectSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    RuntimeContext runtime = getRuntimeContext();
    detection = settings.openKeyDetection();
    accounts = new Identities();
    TypeInformation<KeyState> type = TypeInformation.of(KeyState.class);
    states = runtime.getState(new ValueStateDescriptor<>("key", type));
    serializer = runtime.createSerializer(type);
    judged = Counts.counter(runtime, Counts.JUDGED);
    keys = Counts.counter(runtime, Counts.KEYS);
    gatewayOnly = Counts.counter(runtime, Counts.GATEWAY_ONLY);
    repeats = Counts.counter(runtime, Counts.SKIPPED + Skip.REPEAT.word());
    late = Counts.counter(runtime, Counts.LATE);
    stateKeys = Counts.counter(runtime, Counts.STATE_KEYS);
    stateBytes = Counts.counter(runtime, Counts.STATE_BYTES);
  }

  @Override
  public void processElement(UsageEvent event, Context context, Collector<SlottedActivity> out)
      throws Exception {
    KeyState state = states.value();
    if (state == null) {
      if (!KeyDetection.begins(event)) {
        gatewayOnly.add(1);
        return;
      }
      state = new KeyState();
      keys.add(1);
    }
    long slot = Math.max(event.endMillis(), context.timerService().currentWatermark() + 1);
    Verdict verdict = detection.observe(event, state, new Forwarding(slot, accounts, context, out));
    switch (verdict) {
      case JUDGED -> judged.add(1);
      case LATE -> late.add(1);
      case REPEAT -> repeats.add(1);
    }
    setTimer(state, context);
    states.update(state);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<SlottedActivity> out)
      throws Exception {
    KeyState state = states.value();
    if (state == null) {
      return;
    }
    boolean logEnded = context.timerService().currentWatermark() == Long.MAX_VALUE;
    if (logEnded) {
      detection.end(state, new Forwarding(timestamp, accounts, context, out));
      measure(state);
      return;
    }
    detection.quietUntil(timestamp, state, new Forwarding(timestamp, accounts, context, out));
    if (detection.forgotten(timestamp, state)) {
      states.clear();
      return;
    }
    state.timerAt = 0;
    setTimer(state, context);
    states.update(state);
  }

  private void setTimer(KeyState state, Context context) {
    long next = detection.nextTimer(state);
    if (state.timerAt == 0 || next < state.timerAt) {
      if (state.timerAt != 0) {
        context.timerService().deleteEventTimeTimer(state.timerAt);
      }
      state.timerAt = next;
      context.timerService().registerEventTimeTimer(next);
    }
  }

  private void measure(KeyState state) throws Exception {
    DataOutputSerializer bytes = new DataOutputSerializer(4_096);
    serializer.serialize(state, bytes);
    stateKeys.add(1);
    stateBytes.add(bytes.length());
  }

  /** Stamps what a key sends with the moment at which it is due. */
  private record Forwarding(
      long slot, Identities accounts, Context context, Collector<SlottedActivity> out)
      implements KeyDetection.Output {
    @Override
    public void alert(Alert line) {
      context.output(ALERTS, new SlottedAlert(slot, line));
    }

    @Override
    public void activity(AccountActivity activity) {
      out.collect(
          new SlottedActivity(slot, accounts.of(activity.account(), activity.vendor()), activity));
    }
  }
}
