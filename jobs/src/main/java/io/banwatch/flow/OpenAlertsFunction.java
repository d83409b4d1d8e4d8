package io.banwatch.flow;

import io.banwatch.measure.OpenAlerts;
import io.banwatch.metric.PointJson;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Fetches an account's open alerts and shows them each line, and each minute of event time, in the
 * order of their moments: a line may come before the watermark that brings the minutes before it,
 * for between two watermarks lines come first, and others than the last watermark's come by
 * channels of their own.
 */
final class OpenAlertsFunction extends KeyedProcessFunction<String, SlottedAlert, byte[]> {
  private static final long serialVersionUID = 1L;

  private transient ValueState<OpenAlerts> states;

  @Override
  public void open(OpenContext context) {
    states =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("open alerts", TypeInformation.of(OpenAlerts.class)));
  }

  /** What the state is keyed by. */
  static String keyOf(SlottedAlert line) {
    return OpenAlerts.vendorOf(line.alert()) + "/" + OpenAlerts.accountOf(line.alert());
  }

  @Override
  public void processElement(SlottedAlert line, Context context, Collector<byte[]> out)
      throws Exception {
    OpenAlerts alerts = states.value();
    if (alerts != null) {
      alerts.minutesBefore(line.slot(), line.alert(), point -> out.collect(PointJson.write(point)));
    }
    if (alerts == null || alerts.isOver(line.slot())) {
      alerts = new OpenAlerts();
    }
    out.collect(PointJson.write(alerts.observe(line.alert())));
    setTimer(alerts, context);
    states.update(alerts);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<byte[]> out)
      throws Exception {
    OpenAlerts alerts = states.value();
    if (alerts == null || context.timerService().currentWatermark() == Long.MAX_VALUE) {
      return;
    }
    if (alerts.isOver(timestamp)) {
      states.clear();
      return;
    }
    if (timestamp >= alerts.nextMinute(Long.MIN_VALUE)) {
      out.collect(PointJson.write(alerts.minute(timestamp)));
    }
    setTimer(alerts, context);
    states.update(alerts);
  }

  private static void setTimer(OpenAlerts alerts, Context context) {
    long watermark = context.timerService().currentWatermark();
    context.timerService().registerEventTimeTimer(alerts.nextMinute(watermark));
  }
}
