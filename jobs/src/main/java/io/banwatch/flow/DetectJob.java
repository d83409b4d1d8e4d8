package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.UsageEvent;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The detect job as a function of its ends: usage log in, alert log and rejected values out. A
 * bounded source makes it a replay, an unbounded one the service; the graph is the same.
 *
 * <pre>
 *                         ┌──────────────────────┐
 * usage log ─ event time ─┼─ keys ─┬─ accounts ──┼─ alert order ─ alerts
 *                         │        └─────────────┘
 *                         └ rejected
 * </pre>
 *
 * <p>{@link MetricGraph} adds the metric log.
 */
final class DetectJob {
  /** Of lines only, which are few: with one judge nothing else leaves its thread. */
  private static final long AT_ONCE = 0;

  private DetectJob() {}

  /**
   * Adds the job to the environment.
   *
   * @param log the usage log; read by one subtask, because its order is the order of the alerts
   * @param settings what the operators open themselves with
   * @param alerts receives each alert line in order
   * @param rejected receives each value that was not understood
   * @param metrics receives each line of the metric log; null when there is none
   */
  static void define(
      StreamExecutionEnvironment environment,
      Source<LogRecord, ?, ?> log,
      DetectSettings settings,
      Sink<Alert> alerts,
      Sink<Rejection> rejected,
      Sink<byte[]> metrics) {
    boolean follows = log.getBoundedness() == Boundedness.CONTINUOUS_UNBOUNDED;
    boolean oneJudge = environment.getParallelism() == 1;
    SingleOutputStreamOperator<UsageEvent> events =
        environment
            .fromSource(
                log,
                WatermarkStrategy.noWatermarks(),
                "usage log",
                TypeInformation.of(LogRecord.class))
            .uid(OperatorIds.USAGE_LOG)
            .setParallelism(1)
            .transform(
                "event time",
                TypeInformation.of(UsageEvent.class),
                new EventTimeOperator(settings, follows))
            .uid(OperatorIds.EVENT_TIME)
            .setParallelism(1);
    events
        .getSideOutput(EventTimeOperator.REJECTED)
        .sinkTo(rejected)
        .name("rejected")
        .uid(OperatorIds.REJECTED)
        .setParallelism(1);
    SingleOutputStreamOperator<SlottedActivity> activities =
        keyed(events, UsageEvent::identity, Types.LONG)
            .process(new KeyDetectionFunction(settings))
            .returns(TypeInformation.of(SlottedActivity.class))
            .name("keys")
            .uid(OperatorIds.KEYS);
    SingleOutputStreamOperator<SlottedAlert> accountAlerts =
        keyed(activities, SlottedActivity::account, Types.LONG)
            .process(new AccountDetectionFunction(settings))
            .returns(TypeInformation.of(SlottedAlert.class))
            .name("accounts")
            .uid(OperatorIds.ACCOUNTS);
    if (follows && oneJudge) {
      List.of(events, activities, accountAlerts)
          .forEach(operator -> operator.setBufferTimeout(AT_ONCE));
    }
    SingleOutputStreamOperator<Alert> lines =
        activities
            .getSideOutput(KeyDetectionFunction.ALERTS)
            .union(accountAlerts, events.getSideOutput(EventTimeOperator.ALERTS))
            .keyBy(alert -> 0, Types.INT)
            .process(new AlertOrderFunction(oneJudge, settings.status()))
            .returns(TypeInformation.of(Alert.class))
            .name("alert order")
            .uid(OperatorIds.ALERT_ORDER)
            .setParallelism(1);
    lines.sinkTo(alerts).name("alerts").uid(OperatorIds.ALERTS).setParallelism(1);
    if (metrics != null) {
      MetricGraph.define(events, activities, accountAlerts, lines, metrics);
    }
  }

  /**
   * The stream by its key. One subtask holds all keys, so a record stays in its thread and is not
   * serialized; several subtasks exchange records.
   */
  static <T, K> KeyedStream<T, K> keyed(
      DataStream<T> stream, KeySelector<T, K> key, TypeInformation<K> keyType) {
    return stream.getExecutionEnvironment().getParallelism() == 1
        ? DataStreamUtils.reinterpretAsKeyedStream(stream, key, keyType)
        : stream.keyBy(key, keyType);
  }
}
