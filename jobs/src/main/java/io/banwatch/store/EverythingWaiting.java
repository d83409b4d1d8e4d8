package io.banwatch.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.Batch;
import org.apache.flink.connector.base.sink.writer.BatchCreator;
import org.apache.flink.connector.base.sink.writer.RequestBuffer;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;

/** Sends all that has gathered; {@link BatchSender} makes requests of it. */
final class EverythingWaiting implements BatchCreator<InfluxLine> {
  @Override
  public Batch<InfluxLine> createNextBatch(RequestInfo info, RequestBuffer<InfluxLine> buffer) {
    List<InfluxLine> lines = new ArrayList<>(buffer.size());
    long bytes = 0;
    while (!buffer.isEmpty()) {
      RequestEntryWrapper<InfluxLine> next = buffer.poll();
      lines.add(next.getRequestEntry());
      bytes += next.getSize();
    }
    return new Batch<>(lines, bytes);
  }
}
