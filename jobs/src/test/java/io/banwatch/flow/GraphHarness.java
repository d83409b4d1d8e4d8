package io.banwatch.flow;

import io.banwatch.measure.PipelineCounts;
import io.banwatch.measure.SliceShare;
import io.banwatch.measure.Slices;
import io.banwatch.metric.Point;
import io.banwatch.metric.WrittenPoints;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.UsageEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * All operators of the detect job with the metric log, one after the other in one thread, so that a
 * test can stop between any two records. Where the job has a network between two operators, what
 * comes by several channels comes in an order that is drawn by lot.
 */
final class GraphHarness implements AutoCloseable {
  private final Random random;
  private final Consumer<Point> points;
  private final EventTimeHarness events;
  private final KeyedOneInputStreamOperatorTestHarness<Long, UsageEvent, SlottedActivity> keys;
  private final KeyedOneInputStreamOperatorTestHarness<Long, SlottedActivity, SlottedAlert>
      accounts;
  private final OneInputStreamOperatorTestHarness<SliceShare, byte[]> slices;
  private final Channels<PipelineCounts, ?> pipeline;
  private final Channels<SlottedAlert, ?> order;
  private final OneInputStreamOperatorTestHarness<SlottedAlert, byte[]> open;
  private int alerts;

  /** What a checkpoint holds, by operator. */
  record Checkpoint(List<OperatorSubtaskState> states) {}

  /**
   * @param checkpoint where to go on, or null
   * @param now wall clock, epoch milliseconds
   * @param points receives what is written to the metric log
   */
  GraphHarness(
      DetectSettings settings,
      boolean follows,
      Checkpoint checkpoint,
      long now,
      Random random,
      Consumer<Point> points)
      throws Exception {
    this.random = random;
    this.points = points;
    events = new EventTimeHarness(follows, settings);
    events.setProcessingTime(now);
    keys =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new KeyDetectionFunction(settings)),
            UsageEvent::identity,
            Types.LONG);
    accounts =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new AccountDetectionFunction(settings)),
            SlottedActivity::account,
            Types.LONG);
    slices =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new AccountSliceFunction()),
            AccountSliceFunction::keyOf,
            Types.STRING);
    pipeline =
        new Channels<>(
            new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new PipelineFunction()), counts -> 0, Types.INT),
            2);
    order =
        new Channels<>(
            new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new AlertOrderFunction(true, null)),
                alert -> 0,
                Types.INT),
            3);
    open =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new OpenAlertsFunction()),
            OpenAlertsFunction::keyOf,
            Types.STRING);
    List<OneInputStreamOperatorTestHarness<?, ?>> all = operators();
    for (int i = 0; i < all.size(); i++) {
      if (checkpoint != null) {
        all.get(i).initializeState(checkpoint.states().get(i));
      }
      all.get(i).open();
    }
  }

  private List<OneInputStreamOperatorTestHarness<?, ?>> operators() {
    return List.of(events, keys, accounts, slices, pipeline.operator, order.operator, open);
  }

  void read(LogRecord record) throws Exception {
    events.processElement(new StreamRecord<>(record));
    fromEvents();
  }

  /** Lets the wall clock go on to a moment, a second at a time. */
  void waitUntil(long now) throws Exception {
    while (events.getProcessingTime() < now) {
      events.setProcessingTime(Math.min(now, events.getProcessingTime() + 1_000));
      fromEvents();
    }
  }

  void end() throws Exception {
    events.processWatermark(Long.MAX_VALUE);
    fromEvents();
    settle();
  }

  /** How many lines the alert log has. */
  int alerts() {
    return alerts;
  }

  Checkpoint checkpoint() throws Exception {
    settle();
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (OneInputStreamOperatorTestHarness<?, ?> each : operators()) {
      states.add(each.snapshot(1, 1));
    }
    return new Checkpoint(states);
  }

  /** Everything that is under way arrives. */
  private void settle() throws Exception {
    boolean more = true;
    while (more) {
      more = deliver();
    }
  }

  private void fromEvents() throws Exception {
    List<SlottedAlert> lines = taken(events, EventTimeOperator.ALERTS);
    List<PipelineCounts> counts = taken(events, MetricGraph.COUNTS);
    taken(events, MetricGraph.POINTS).forEach(this::lines);
    for (Object next : taken(events.getOutput())) {
      if (next instanceof Watermark watermark) {
        long mark = watermark.getTimestamp();
        moved(lines, line -> line.slot() <= mark, line -> order.send(0, line));
        moved(counts, each -> Slices.last(each.slice) <= mark, each -> pipeline.send(0, each));
        order.send(0, watermark);
        pipeline.send(0, watermark);
        keys.processWatermark(watermark);
      } else {
        keys.processElement(as(next));
      }
      fromKeys();
    }
    lines.forEach(line -> order.send(0, line));
    counts.forEach(each -> pipeline.send(0, each));
    for (int i = random.nextInt(4); i > 0; i--) {
      deliver();
    }
  }

  private static <T> void moved(List<T> from, Predicate<T> which, Consumer<T> to) {
    from.stream().filter(which).forEach(to);
    from.removeIf(which);
  }

  private void fromKeys() throws Exception {
    taken(keys, KeyDetectionFunction.ALERTS).forEach(line -> order.send(1, line));
    taken(keys, MetricGraph.COUNTS).forEach(counts -> pipeline.send(1, counts));
    taken(keys, MetricGraph.POINTS).forEach(this::lines);
    for (SliceShare share : taken(keys, MetricGraph.SHARES)) {
      slices.processElement(new StreamRecord<>(share));
    }
    for (Object next : taken(keys.getOutput())) {
      if (next instanceof Watermark watermark) {
        order.send(1, watermark);
        pipeline.send(1, watermark);
        slices.processWatermark(watermark);
        accounts.processWatermark(watermark);
      } else {
        accounts.processElement(as(next));
      }
      fromAccounts();
    }
    taken(slices.getOutput()).forEach(this::point);
  }

  private void fromAccounts() {
    taken(accounts, MetricGraph.POINTS).forEach(this::lines);
    for (Object next : taken(accounts.getOutput())) {
      order.send(2, next instanceof Watermark ? next : as(next).getValue());
    }
  }

  private void point(Object next) {
    if (next instanceof StreamRecord<?> record) {
      lines((byte[]) record.getValue());
    }
  }

  private void lines(byte[] lines) {
    WrittenPoints.of(lines).forEach(points);
  }

  /** One step of what the network carries; false when nothing is under way. */
  private boolean deliver() throws Exception {
    if (!order.isEmpty() && (pipeline.isEmpty() || random.nextBoolean())) {
      order.deliver(random);
      for (SlottedAlert line : taken(order.operator, AlertOrderFunction.ORDERED)) {
        alerts++;
        open.processElement(new StreamRecord<>(line));
      }
      for (Object next : taken(order.operator.getOutput())) {
        if (next instanceof Watermark watermark) {
          open.processWatermark(watermark);
        }
      }
      taken(open.getOutput()).forEach(this::point);
      return true;
    }
    if (!pipeline.isEmpty()) {
      pipeline.deliver(random);
      taken(pipeline.operator.getOutput()).forEach(this::point);
      return true;
    }
    return false;
  }

  @SuppressWarnings("unchecked")
  private static <T> StreamRecord<T> as(Object record) {
    return (StreamRecord<T>) record;
  }

  private static <T> List<T> taken(OneInputStreamOperatorTestHarness<?, ?> from, OutputTag<T> tag) {
    Queue<StreamRecord<T>> values = from.getSideOutput(tag);
    List<T> taken = new ArrayList<>();
    if (values != null) {
      values.forEach(each -> taken.add(each.getValue()));
      values.clear();
    }
    return taken;
  }

  private static List<Object> taken(Collection<Object> output) {
    List<Object> taken = new ArrayList<>(output);
    output.clear();
    return taken;
  }

  @Override
  public void close() throws Exception {
    for (OneInputStreamOperatorTestHarness<?, ?> each : operators()) {
      each.close();
    }
  }
}
