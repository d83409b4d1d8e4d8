package io.banwatch.lines;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/**
 * Hands the one split to the first reader. Its state is the split while nobody has it, else empty.
 */
final class LineEnumerator implements SplitEnumerator<LineSplit, List<LineSplit>> {
  private final SplitEnumeratorContext<LineSplit> context;
  private final List<LineSplit> waiting;

  LineEnumerator(SplitEnumeratorContext<LineSplit> context, List<LineSplit> waiting) {
    this.context = context;
    this.waiting = new ArrayList<>(waiting);
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, String host) {}

  @Override
  public void addSplitsBack(List<LineSplit> splits, int subtask) {
    waiting.addAll(splits);
    if (context.registeredReaders().containsKey(subtask)) {
      addReader(subtask);
    }
  }

  @Override
  public void addReader(int subtask) {
    waiting.forEach(split -> context.assignSplit(split, subtask));
    waiting.clear();
  }

  @Override
  public List<LineSplit> snapshotState(long checkpoint) {
    return List.copyOf(waiting);
  }

  @Override
  public void close() {}
}
