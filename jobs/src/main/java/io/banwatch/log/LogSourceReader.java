package io.banwatch.log;

import io.banwatch.usage.LogRecord;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;

/** Reads all files through one split reader, which merges them. */
@SuppressWarnings("try") // Flink declares that close() may throw anything.
final class LogSourceReader
    extends SingleThreadMultiplexSourceReaderBase<LogBatch, LogRecord, LogSplit, LogSplitState> {

  private final FollowedTable table;

  /**
   * @param table tells which files are followed
   */
  LogSourceReader(
      Supplier<SplitReader<LogBatch, LogSplit>> reader,
      FollowedTable table,
      SourceReaderContext context) {
    super(reader, new LogRecordEmitter(), context.getConfiguration(), context);
    this.table = table;
  }

  @Override
  protected void onSplitFinished(Map<String, LogSplitState> finished) {
    // The enumerator keeps no account of files that were read.
  }

  @Override
  protected LogSplitState initializedState(LogSplit split) {
    return new LogSplitState(split, table);
  }

  @Override
  protected LogSplit toSplitType(String splitId, LogSplitState state) {
    return state.toSplit();
  }
}
