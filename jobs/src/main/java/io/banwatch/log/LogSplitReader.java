package io.banwatch.log;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;

/** Hands the merged log on in batches. Runs in Flink's fetcher thread. */
final class LogSplitReader implements SplitReader<LogBatch, LogSplit> {
  private static final int BATCH_RECORDS = 512;

  private final LogReader reader;

  LogSplitReader(LogReader reader) {
    this.reader = reader;
  }

  @Override
  public RecordsWithSplitIds<LogBatch> fetch() {
    List<Run> runs = new ArrayList<>();
    int records = 0;
    while (records < BATCH_RECORDS && runs.size() < BATCH_RECORDS) {
      if (!runs.isEmpty() && !reader.isReady()) {
        break;
      }
      Run run = reader.next(BATCH_RECORDS - records);
      if (run == null) {
        break;
      }
      runs.add(run);
      records += run.size();
    }
    return new LogBatch(runs);
  }

  @Override
  public void handleSplitsChanges(SplitsChange<LogSplit> change) {
    if (!(change instanceof SplitsAddition)) {
      throw new UnsupportedOperationException("files are only added: " + change);
    }
    change.splits().forEach(split -> reader.add(split.file(), split.position()));
  }

  @Override
  public void wakeUp() {
    // A fetch waits for no longer than a block takes to be read and decoded.
  }

  @Override
  public void close() {
    reader.close();
  }
}
