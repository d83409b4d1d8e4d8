package io.banwatch.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsAddition;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;

/** Hands the merged log on in batches. Runs in Flink's fetcher thread. */
final class LogSplitReader implements SplitReader<LogBatch, LogSplit> {
  private static final int BATCH_RECORDS = 512;

  private final LogReader reader;
  private final boolean learning;
  private final Map<Integer, String> splitOfFile = new HashMap<>();
  private final Map<String, Integer> filesLeft = new HashMap<>();
  private final List<LogBatch.SplitRun> heldEnds = new ArrayList<>();

  LogSplitReader(LogReader reader) {
    this(reader, false);
  }

  /**
   * @param learning whether its records are only to be learned from
   */
  LogSplitReader(LogReader reader, boolean learning) {
    this.reader = reader;
    this.learning = learning;
  }

  @Override
  public RecordsWithSplitIds<LogBatch> fetch() {
    List<LogBatch.SplitRun> runs = new ArrayList<>(heldEnds);
    heldEnds.clear();
    int records = 0;
    boolean empty = true;
    while (records < BATCH_RECORDS && (empty || reader.isReady())) {
      Run run = reader.next(BATCH_RECORDS - records);
      if (run == null) {
        break;
      }
      String splitId = splitOfFile.get(run.file().order());
      runs.add(new LogBatch.SplitRun(splitId, run));
      records += run.size();
      empty = false;
      if (run.ended()) {
        splitOfFile.remove(run.file().order());
        filesLeft.merge(splitId, -1, Integer::sum);
      }
    }
    Set<String> finished = takeFinished();
    LogBatch.holdEnds(runs, heldEnds);
    heldEnds.removeIf(end -> finished.contains(end.splitId()));
    return new LogBatch(runs, finished, learning);
  }

  private Set<String> takeFinished() {
    Set<String> finished = new HashSet<>();
    filesLeft.forEach(
        (splitId, left) -> {
          if (left == 0) {
            finished.add(splitId);
          }
        });
    filesLeft.keySet().removeAll(finished);
    return finished;
  }

  @Override
  public void handleSplitsChanges(SplitsChange<LogSplit> change) {
    if (!(change instanceof SplitsAddition)) {
      throw new UnsupportedOperationException("files are only added: " + change);
    }
    change.splits().forEach(this::add);
  }

  void add(LogSplit split) {
    filesLeft.put(split.splitId(), split.files().size());
    for (FilePosition each : split.files()) {
      splitOfFile.put(each.file().order(), split.splitId());
    }
    reader.add(split.files());
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
