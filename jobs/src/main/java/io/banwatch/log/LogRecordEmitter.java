package io.banwatch.log;

import io.banwatch.usage.LogRecord;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.base.source.reader.RecordEmitter;

/** Emits a record and notes that it was. */
final class LogRecordEmitter implements RecordEmitter<LogBatch, LogRecord, LogSplitState> {
  @Override
  public void emitRecord(LogBatch place, SourceOutput<LogRecord> output, LogSplitState state) {
    output.collect(place.logRecord());
    place.moveOn(state);
  }
}
