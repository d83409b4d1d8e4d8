package io.banwatch.log;

import io.banwatch.usage.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;

/**
 * What one fetch gave: runs of records, still in the arrays they were decoded into. It hands out
 * itself as the place of each record, so that nothing is made or copied for a record.
 */
final class LogBatch implements RecordsWithSplitIds<LogBatch> {
  private final List<SplitRun> runs;
  private final Set<String> finishedSplits;
  private final boolean learning;
  private final List<LogFile> ended = new ArrayList<>();
  private int next;
  private Run run;
  private int at;

  /**
   * A run and the split of its file.
   *
   * @param splitId the split
   * @param run records of a file, or its end
   */
  record SplitRun(String splitId, Run run) {}

  /**
   * @param learning whether its records are only to be learned from
   */
  LogBatch(List<SplitRun> runs, Set<String> finishedSplits, boolean learning) {
    this.learning = learning;
    this.runs = runs;
    this.finishedSplits = finishedSplits;
  }

  /**
   * Takes the ends after the last record out of a batch: the end of a file is noted with a record
   * after it, and without one in this batch, in the next.
   *
   * @param held receives them
   */
  static void holdEnds(List<SplitRun> runs, List<SplitRun> held) {
    int last = runs.size();
    while (last > 0 && runs.get(last - 1).run().ended()) {
      last--;
    }
    List<SplitRun> ends = runs.subList(last, runs.size());
    held.addAll(ends);
    ends.clear();
  }

  @Override
  public String nextSplit() {
    if (next == runs.size()) {
      return null;
    }
    String splitId = runs.get(next).splitId();
    ended.clear();
    nextRun();
    return splitId;
  }

  private void nextRun() {
    run = runs.get(next).run();
    at = run.from() - 1;
    next++;
  }

  @Override
  public LogBatch nextRecordFromSplit() {
    at++;
    while (at >= run.to()) {
      if (run.ended()) {
        ended.add(run.file());
      }
      if (next == runs.size() || !runs.get(next).splitId().equals(runs.get(next - 1).splitId())) {
        return null;
      }
      nextRun();
      at++;
    }
    return this;
  }

  @Override
  public Set<String> finishedSplits() {
    return finishedSplits;
  }

  LogRecord logRecord() {
    LogRecord logRecord = run.block().get(at);
    return learning ? logRecord.asLearning() : logRecord;
  }

  /**
   * Moves a split to where reading goes on after this record, and notes the files that ended before
   * it. An end that a run of another split follows is not noted; a restored reader finds it again.
   */
  void moveOn(LogSplitState state) {
    if (!ended.isEmpty()) {
      ended.forEach(state::end);
      ended.clear();
    }
    DecodedBlock block = run.block();
    state.moveTo(run.file(), block.nextOffset(at), block.nextIndex(at), block.emitted(at));
  }
}
