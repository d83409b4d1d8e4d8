package io.banwatch.log;

import io.banwatch.usage.LogRecord;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;

/**
 * What one fetch gave: runs of records, still in the arrays they were decoded into. It hands out
 * itself as the place of each record, so that nothing is made or copied for a record.
 */
final class LogBatch implements RecordsWithSplitIds<LogBatch> {
  private final List<Run> runs;
  private int next;
  private DecodedBlock block;
  private int at;
  private int to;

  LogBatch(List<Run> runs) {
    this.runs = runs;
  }

  @Override
  public String nextSplit() {
    while (next < runs.size() && runs.get(next).size() == 0) {
      next++;
    }
    if (next == runs.size()) {
      return null;
    }
    Run run = runs.get(next);
    next++;
    block = run.block();
    at = run.from() - 1;
    to = run.to();
    return run.file().source();
  }

  @Override
  public LogBatch nextRecordFromSplit() {
    at++;
    return at < to ? this : null;
  }

  @Override
  public Set<String> finishedSplits() {
    return runs.stream()
        .filter(Run::ended)
        .map(run -> run.file().source())
        .collect(Collectors.toUnmodifiableSet());
  }

  LogRecord logRecord() {
    return block.get(at);
  }

  /** Moves a split to where reading goes on after this record. */
  void moveOn(LogSplitState state) {
    state.moveTo(block.nextOffset(at), block.nextIndex(at), block.emitted(at));
  }
}
