package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.detect.AccountActivity;
import io.banwatch.detect.KeyDetection;
import io.banwatch.detect.KeyDetection.Verdict;
import io.banwatch.detect.KeyState;
import io.banwatch.gateway.Identities;
import io.banwatch.measure.KeySlicing;
import io.banwatch.measure.PipelineCounts;
import io.banwatch.measure.SliceShare;
import io.banwatch.measure.Slices;
import io.banwatch.measure.WeekHabit;
import io.banwatch.usage.Skip;
import io.banwatch.usage.UsageEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private transient ValueState<WeekHabit> habits;
  private transient TypeSerializer<KeyState> serializer;
  private transient Count judged;
  private transient Count keys;
  private transient Count gatewayOnly;
  private transient Count repeats;
  private transient Count late;
  private transient Count stateKeys;
  private transient Count stateBytes;

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
    if (settings.metricLog()) {
      habits =
          runtime.getState(
              new ValueStateDescriptor<>("habit", TypeInformation.of(WeekHabit.class)));
    }
    serializer = runtime.createSerializer(type);
    judged = new Count(runtime, Counts.JUDGED, settings.status());
    keys = new Count(runtime, Counts.KEYS, settings.status());
    gatewayOnly = new Count(runtime, Counts.GATEWAY_ONLY, settings.status());
    repeats = new Count(runtime, Counts.SKIPPED + Skip.REPEAT.word(), settings.status());
    late = new Count(runtime, Counts.LATE, settings.status());
    stateKeys = new Count(runtime, Counts.STATE_KEYS, settings.status());
    stateBytes = new Count(runtime, Counts.STATE_BYTES, settings.status());
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
    long told = context.timerService().currentWatermark() + 1;
    long slot = Math.max(event.endMillis(), told);
    Verdict verdict =
        detection.observe(
            event,
            state,
            new Forwarding(slot, told, context.timestamp(), accounts, habits, context, out));
    switch (verdict) {
      case JUDGED -> judged.add(1);
      case LATE -> late.add(1);
      case REPEAT -> repeats.add(1);
    }
    if (verdict != Verdict.JUDGED && settings.metricLog() && !event.history()) {
      long slice = PipelineSlices.sliceOf(event.endMillis(), told - 1);
      context.output(MetricGraph.COUNTS, countsOf(verdict, slice));
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
      detection.end(state, byTime(timestamp, context, out));
      measure(state);
      return;
    }
    detection.quietUntil(timestamp, state, byTime(timestamp, context, out));
    if (detection.forgotten(timestamp, state)) {
      states.clear();
      if (habits != null) {
        habits.clear();
      }
      return;
    }
    state.timerAt = 0;
    setTimer(state, context);
    states.update(state);
  }

  private static PipelineCounts countsOf(Verdict verdict, long slice) {
    PipelineCounts counts = PipelineCounts.of(slice);
    switch (verdict) {
      case JUDGED -> {}
      case LATE -> counts.late++;
      case REPEAT -> counts.repeat();
    }
    return counts;
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

  private Forwarding byTime(long at, Context context, Collector<SlottedActivity> out) {
    return new Forwarding(at, at, SlottedAlert.BY_TIME, accounts, habits, context, out);
  }

  /**
   * Stamps what a key sends: activities with the moment at which they are due, lines with their
   * place as {@link SlottedAlert} describes it.
   */
  private record Forwarding(
      long slot,
      long lineSlot,
      long place,
      Identities accounts,
      ValueState<WeekHabit> habits,
      Context context,
      Collector<SlottedActivity> out)
      implements KeyDetection.Output, KeySlicing.Output {
    @Override
    public void alert(Alert line) {
      context.output(ALERTS, new SlottedAlert(lineSlot, place, line));
    }

    @Override
    public void activity(AccountActivity activity) {
      out.collect(
          new SlottedActivity(slot, accounts.of(activity.account(), activity.vendor()), activity));
    }

    @Override
    public KeySlicing.Output measured() {
      return this;
    }

    @Override
    public long watermark() {
      return context.timerService().currentWatermark();
    }

    @Override
    public void points(byte[] lines) {
      context.output(MetricGraph.POINTS, lines);
    }

    @Override
    public void share(SliceShare share) {
      context.output(MetricGraph.SHARES, share);
    }

    @Override
    public void leftOut() {
      PipelineCounts counts = PipelineCounts.of(Slices.of(watermark() + 1));
      counts.tooLate++;
      context.output(MetricGraph.COUNTS, counts);
    }

    @Override
    public WeekHabit habit() {
      try {
        WeekHabit habit = habits.value();
        WeekHabit kept = habit == null ? new WeekHabit() : habit;
        habits.update(kept);
        return kept;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read a key's state: " + e.getMessage(), e);
      }
    }
  }
}
