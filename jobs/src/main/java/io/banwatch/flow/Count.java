package io.banwatch.flow;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/**
 * One count of an operator, told three ways: as a Flink accumulator for the end of a replay, as a
 * metric for a running job, and in the {@link JobStatus} of this JVM.
 */
final class Count {
  private final LongCounter total = new LongCounter();
  private final Counter metric;
  private final LongAdder status;

  /**
   * @param name one of {@link Counts}, or one of its prefixes and a word
   * @param status the name of the {@link JobStatus} to keep, or null
   */
  Count(RuntimeContext context, String name, String status) {
    context.addAccumulator(name, total);
    metric = context.getMetricGroup().counter(metric(name));
    this.status = JobStatus.of(status).adder(name);
  }

  /** The metric's name, as {@code banwatch_rejected_not_json}. */
  static String metric(String name) {
    return "banwatch_" + name.toLowerCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  void add(long number) {
    total.add(number);
    metric.inc(number);
    status.add(number);
  }
}
