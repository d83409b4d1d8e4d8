package io.banwatch.flow;

import io.banwatch.alert.Alert;
import io.banwatch.measure.PipelineCounts;
import io.banwatch.measure.SliceShare;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
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
 * <p>Points are made as lines, so that nothing else crosses to the sink's thread.
 */
final class MetricGraph {
  private static final TypeInformation<byte[]> LINES =
      PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

  /** Points that need nothing further, as lines. */
  static final OutputTag<byte[]> POINTS = new OutputTag<>("points", LINES);

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
   * @param metrics receives lines, one or several at once, without the end of the last
   */
  static void define(
      SingleOutputStreamOperator<?> events,
      SingleOutputStreamOperator<?> keys,
      SingleOutputStreamOperator<?> accounts,
      SingleOutputStreamOperator<Alert> alerts,
      Sink<byte[]> metrics) {
    SingleOutputStreamOperator<byte[]> shared =
        DetectJob.keyed(keys.getSideOutput(SHARES), AccountSliceFunction::keyOf, Types.STRING)
            .process(new AccountSliceFunction())
            .returns(LINES)
            .name("account slices")
            .uid(OperatorIds.ACCOUNT_SLICES);
    SingleOutputStreamOperator<byte[]> pipeline =
        events
            .getSideOutput(COUNTS)
            .union(keys.getSideOutput(COUNTS))
            .keyBy(counts -> 0, Types.INT)
            .process(new PipelineFunction())
            .returns(LINES)
            .name("pipeline")
            .uid(OperatorIds.PIPELINE)
            .setParallelism(1);
    SingleOutputStreamOperator<byte[]> open =
        alerts
            .keyBy(OpenAlertsFunction::keyOf, Types.STRING)
            .process(new OpenAlertsFunction())
            .returns(LINES)
            .name("open alerts")
            .uid(OperatorIds.OPEN_ALERTS)
            .setParallelism(1);
    keys.getSideOutput(POINTS)
        .union(shared, accounts.getSideOutput(POINTS), events.getSideOutput(POINTS), open, pipeline)
        .sinkTo(metrics)
        .name("metrics")
        .uid(OperatorIds.METRICS)
        .setParallelism(1);
  }
}
