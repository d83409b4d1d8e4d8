package io.banwatch.store;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Stores lines in InfluxDB, at least once, and so exactly once: a point that comes again takes its
 * own place. Runs as one subtask, since points of one series have an order.
 */
final class InfluxSink extends AsyncSinkBase<InfluxLine, InfluxLine> {
  private static final long serialVersionUID = 1L;

  private final InfluxAddress address;
  private final InfluxApi.Maker api;
  private final String progress;

  /**
   * @param progress the name under which {@link StoreProgress} knows the job
   */
  InfluxSink(InfluxAddress address, InfluxApi.Maker api, String progress) {
    super(
        (line, context) -> line,
        InfluxWriter.MOST_BUFFERED - 1,
        1,
        InfluxWriter.MOST_BUFFERED,
        InfluxWriter.MOST_BYTES,
        InfluxWriter.NEVER_MILLIS,
        InfluxWriter.MOST_BYTES);
    this.address = address;
    this.api = api;
    this.progress = progress;
  }

  @Override
  public StatefulSinkWriter<InfluxLine, BufferedRequestState<InfluxLine>> createWriter(
      WriterInitContext context) {
    return restoreWriter(context, List.of());
  }

  @Override
  public StatefulSinkWriter<InfluxLine, BufferedRequestState<InfluxLine>> restoreWriter(
      WriterInitContext context, Collection<BufferedRequestState<InfluxLine>> states) {
    return new InfluxWriter(
        context, address, api.make(), StoreProgress.of(progress), InfluxWriter.lines(states));
  }

  @Override
  public SimpleVersionedSerializer<BufferedRequestState<InfluxLine>> getWriterStateSerializer() {
    return new InfluxLineSerializer();
  }
}
