package io.banwatch.flow;

import io.banwatch.measure.PipelineCounts;
import io.banwatch.measure.SliceShare;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.WrittenPoints;
import io.banwatch.policy.PolicyReader;
import io.banwatch.usage.Requests;
import io.banwatch.usage.UsageEvent;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The operator that judges keys, with its state and the metric log. */
final class KeySlicesHarness
    extends KeyedOneInputStreamOperatorTestHarness<Long, UsageEvent, SlottedActivity> {
  KeySlicesHarness() throws Exception {
    super(
        new KeyedProcessOperator<>(
            new KeyDetectionFunction(
                new DetectSettings(PolicyReader.builtIn(), null, null, null, true, null))),
        UsageEvent::identity,
        Types.LONG);
  }

  void read(Requests... requests) throws Exception {
    for (Requests request : requests) {
      UsageEvent event = request.event();
      processElement(event, event.endMillis());
    }
  }

  List<Point> points() {
    return all(MetricGraph.POINTS).stream()
        .flatMap(lines -> WrittenPoints.of(lines).stream())
        .toList();
  }

  List<Point> points(Measurement measurement) {
    return points().stream().filter(point -> point.measurement() == measurement).toList();
  }

  List<SliceShare> shares() {
    return all(MetricGraph.SHARES);
  }

  List<PipelineCounts> counts() {
    return all(MetricGraph.COUNTS);
  }

  private <T> List<T> all(OutputTag<T> tag) {
    Queue<StreamRecord<T>> values = getSideOutput(tag);
    return values == null ? List.of() : values.stream().map(StreamRecord::getValue).toList();
  }
}
