package io.banwatch.flow;

import io.banwatch.measure.PipelineCounts;
import io.banwatch.measure.Slices;
import io.banwatch.metric.PointJson;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts together what the operators counted of each slice, and makes its point once the watermark
 * has passed it. Nobody counts for a slice that the watermark has passed.
 */
final class PipelineFunction extends KeyedProcessFunction<Integer, PipelineCounts, byte[]> {
  private static final long serialVersionUID = 1L;

  private transient MapState<Long, PipelineCounts> slices;

  @Override
  public void open(OpenContext context) {
    slices =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "slices", Types.LONG, TypeInformation.of(PipelineCounts.class)));
  }

  @Override
  public void processElement(PipelineCounts more, Context context, Collector<byte[]> out)
      throws Exception {
    long last = Slices.last(more.slice);
    PipelineCounts counts = slices.get(last);
    if (counts == null) {
      counts = PipelineCounts.of(more.slice);
      context.timerService().registerEventTimeTimer(last);
    }
    counts.add(more);
    slices.put(last, counts);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<byte[]> out)
      throws Exception {
    PipelineCounts counts = slices.get(timestamp);
    if (counts != null) {
      slices.remove(timestamp);
      out.collect(PointJson.write(counts.point()));
    }
  }
}
