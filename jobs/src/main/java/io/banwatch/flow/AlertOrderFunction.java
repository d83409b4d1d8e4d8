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

/**
 * Puts the alert lines of all operators into one order: by the moment they are due, then by when
 * they changed, then by name. A line waits until no earlier one can come any more.
 */
final class AlertOrderFunction extends KeyedProcessFunction<Integer, SlottedAlert, Alert> {
  private static final long serialVersionUID = 1L;

  private static final Comparator<Alert> ORDER =
      Comparator.comparingLong(Alert::changedAt)
          .thenComparing(Alert::id)
          .thenComparingInt(Alert::sequence);

  private transient MapState<Long, List<Alert>> waiting;

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", Types.LONG, Types.LIST(TypeInformation.of(Alert.class))));
  }

  @Override
  public void processElement(SlottedAlert next, Context context, Collector<Alert> out)
      throws Exception {
    List<Alert> due = waiting.get(next.slot());
    List<Alert> more = due == null ? new ArrayList<>() : new ArrayList<>(due);
    more.add(next.alert());
    waiting.put(next.slot(), more);
    context.timerService().registerEventTimeTimer(next.slot());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    List<Alert> due = waiting.get(timestamp);
    if (due == null) {
      return;
    }
    due.stream().sorted(ORDER).forEach(out::collect);
    waiting.remove(timestamp);
  }
}
