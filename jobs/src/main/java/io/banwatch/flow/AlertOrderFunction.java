package io.banwatch.flow;

import io.banwatch.alert.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Puts the alert lines of all operators into the one order that {@link SlottedAlert} describes.
 *
 * <p>A line that time caused leaves with the watermark of its moment. A line that a record caused
 * leaves at once where one subtask judges all keys: there such lines come in the order of their
 * records, and all that goes before them has left with the watermark before them. Where several
 * judge, it waits for the next watermark, since another's may still go before it.
 */
final class AlertOrderFunction extends KeyedProcessFunction<Integer, SlottedAlert, Alert> {
  private static final long serialVersionUID = 1L;

  /** The same lines in the same order, with their moments. */
  static final OutputTag<SlottedAlert> ORDERED =
      new OutputTag<>("ordered", TypeInformation.of(SlottedAlert.class));

  private static final Comparator<SlottedAlert> ORDER =
      Comparator.comparingLong(SlottedAlert::slot)
          .thenComparing(SlottedAlert::isByTime)
          .thenComparingLong(SlottedAlert::place);

  private static final Comparator<SlottedAlert> BY_NAME =
      Comparator.<SlottedAlert>comparingLong(line -> line.alert().changedAt())
          .thenComparing(line -> line.alert().id())
          .thenComparingInt(line -> line.alert().sequence());

  /** Lines of one record keep the order in which they came. */
  private static final Comparator<SlottedAlert> WHOLE_ORDER =
      ORDER.thenComparing(
          (one, other) -> one.isByTime() && other.isByTime() ? BY_NAME.compare(one, other) : 0);

  private final boolean oneJudge;
  private transient MapState<Long, List<SlottedAlert>> waiting;
  private transient AlertCounts counts;
  private final String status;

  /**
   * @param oneJudge whether one subtask judges all keys
   * @param status the name of the {@link JobStatus} to keep, or null
   */
  AlertOrderFunction(boolean oneJudge, String status) {
    this.oneJudge = oneJudge;
    this.status = status;
  }

  @Override
  public void open(OpenContext context) {
    counts = new AlertCounts(getRuntimeContext(), status);
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(TypeInformation.of(SlottedAlert.class))));
  }

  @Override
  public void processElement(SlottedAlert next, Context context, Collector<Alert> out)
      throws Exception {
    long leavesAt = oneJudge && !next.isByTime() ? next.slot() - 1 : next.slot();
    if (!next.isByTime() && context.timerService().currentWatermark() >= leavesAt) {
      tell(next, context, out);
      return;
    }
    List<SlottedAlert> due = waiting.get(leavesAt);
    List<SlottedAlert> more = due == null ? new ArrayList<>() : new ArrayList<>(due);
    more.add(next);
    waiting.put(leavesAt, more);
    context.timerService().registerEventTimeTimer(leavesAt);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    List<SlottedAlert> due = waiting.get(timestamp);
    if (due == null) {
      return;
    }
    waiting.remove(timestamp);
    due.stream().sorted(WHOLE_ORDER).forEach(line -> tell(line, context, out));
  }

  private void tell(SlottedAlert line, Context context, Collector<Alert> out) {
    counts.told(line.alert());
    out.collect(line.alert());
    context.output(ORDERED, line);
  }
}
