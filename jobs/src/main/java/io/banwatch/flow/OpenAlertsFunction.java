package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.measure.OpenAlerts;
import io.banwatch.metric.PointJson;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Fetches an account's open alerts and shows them each line, and each minute of event time. */
final class OpenAlertsFunction extends KeyedProcessFunction<String, Alert, byte[]> {
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
  static String keyOf(Alert line) {
    return OpenAlerts.vendorOf(line) + "/" + OpenAlerts.accountOf(line);
  }

  @Override
  public void processElement(Alert line, Context context, Collector<byte[]> out) throws Exception {
    OpenAlerts known = states.value();
    OpenAlerts alerts = known == null ? new OpenAlerts() : known;
    out.collect(PointJson.write(alerts.observe(line)));
    if (known == null) {
      setTimer(alerts, context);
    }
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
    out.collect(PointJson.write(alerts.minute(timestamp)));
    setTimer(alerts, context);
    states.update(alerts);
  }

  private static void setTimer(OpenAlerts alerts, Context context) {
    long watermark = context.timerService().currentWatermark();
    context.timerService().registerEventTimeTimer(alerts.nextMinute(watermark));
  }
}
