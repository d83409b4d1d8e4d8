package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.measure.PipelineCounts;
import io.banwatch.measure.SliceShare;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointJson;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * The part of the detect job that writes the metric log; drawn only when somebody wants it.
 *
 * <pre>
 * alert order ───────── open alerts ──┐
 * accounts ──────────── points ───────┤
 * keys ─┬────────────── points ───────┤
 *       ├─ shares ─ account slices ───┼─ metrics
 *       └─ counts ─┬─ pipeline ───────┘
 * event time ─────┬┘
 *                 └──── lag ──────────┘
 * </pre>
 *
 * <p>Points become lines where they are made, so that nothing else crosses to the sink's thread.
 */
final class MetricGraph {
  /** Points that need nothing further. */
  static final OutputTag<Point> POINTS = new OutputTag<>("points", TypeInformation.of(Point.class));

  /** What keys add to their accounts. */
  static final OutputTag<SliceShare> SHARES =
      new OutputTag<>("shares", TypeInformation.of(SliceShare.class));

  /** What operators count. */
  static final OutputTag<PipelineCounts> COUNTS =
      new OutputTag<>("counts", TypeInformation.of(PipelineCounts.class));

  private MetricGraph() {}

  /**
   * Adds it to the environment of these operators.
   *
   * @param metrics receives each line, without its end
   */
  static void define(
      SingleOutputStreamOperator<?> events,
      SingleOutputStreamOperator<?> keys,
      SingleOutputStreamOperator<?> accounts,
      SingleOutputStreamOperator<Alert> alerts,
      Sink<byte[]> metrics) {
    SingleOutputStreamOperator<Point> shared =
        DetectJob.keyed(keys.getSideOutput(SHARES), AccountSliceFunction::keyOf, Types.STRING)
            .process(new AccountSliceFunction())
            .returns(TypeInformation.of(Point.class))
            .name("account slices")
            .uid(OperatorIds.ACCOUNT_SLICES);
    SingleOutputStreamOperator<Point> pipeline =
        events
            .getSideOutput(COUNTS)
            .union(keys.getSideOutput(COUNTS))
            .keyBy(counts -> 0, Types.INT)
            .process(new PipelineFunction())
            .returns(TypeInformation.of(Point.class))
            .name("pipeline")
            .uid(OperatorIds.PIPELINE)
            .setParallelism(1);
    SingleOutputStreamOperator<Point> open =
        alerts
            .getSideOutput(AlertOrderFunction.ORDERED)
            .keyBy(OpenAlertsFunction::keyOf, Types.STRING)
            .process(new OpenAlertsFunction())
            .returns(TypeInformation.of(Point.class))
            .name("open alerts")
            .uid(OperatorIds.OPEN_ALERTS)
            .setParallelism(1);
    lines(keys.getSideOutput(POINTS), OperatorIds.KEY_LINES)
        .union(
            lines(shared, OperatorIds.SHARED_LINES),
            lines(accounts.getSideOutput(POINTS), OperatorIds.ACCOUNT_LINES),
            lines(events.getSideOutput(POINTS), OperatorIds.LAG_LINES),
            lines(open, OperatorIds.OPEN_LINES),
            lines(pipeline, OperatorIds.PIPELINE_LINES))
        .sinkTo(metrics)
        .name("metrics")
        .uid(OperatorIds.METRICS)
        .setParallelism(1);
  }

  private static SingleOutputStreamOperator<byte[]> lines(DataStream<Point> points, String uid) {
    return points
        .map(PointJson::write)
        .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .name("lines")
        .uid(uid)
        .setParallelism(points.getParallelism());
  }
}
