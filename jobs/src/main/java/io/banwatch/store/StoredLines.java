package io.banwatch.store;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/** A log's lines as InfluxDB takes them. What is no such line is counted, and the first is told. */
final class StoredLines extends RichFlatMapFunction<byte[], InfluxLine> {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final Form form;
  private final String progressName;
  private transient StoreProgress progress;
  private transient Counter rejected;
  private transient boolean isTold;

  /**
   * @param file the log's, for words
   * @param form what its lines are
   * @param progressName the name under which {@link StoreProgress} knows the job
   */
  StoredLines(String file, Form form, String progressName) {
    this.file = file;
    this.form = form;
    this.progressName = progressName;
  }

  /** Reads a line of a log. */
  @FunctionalInterface
  interface Form extends Serializable {
    /**
     * What is sent of it.
     *
     * @throws IOException when it is no such line
     */
    InfluxLine of(byte[] line) throws IOException;
  }

  @Override
  public void open(OpenContext context) {
    progress = StoreProgress.of(progressName);
    rejected = getRuntimeContext().getMetricGroup().counter("banwatch_points_rejected");
  }

  @Override
  public void flatMap(byte[] line, Collector<InfluxLine> out) {
    try {
      out.collect(form.of(line));
    } catch (IOException e) {
      rejected.inc();
      progress.unreadable();
      if (!isTold) {
        isTold = true;
        progress.tell("a line of " + file + " cannot be stored: " + e.getMessage());
      }
    }
  }
}
