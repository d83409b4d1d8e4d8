package io.banwatch.tell;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/**
 * Hands the one split to the first reader. Its state is the split while nobody has it, else empty.
 */
final class AlertLogEnumerator implements SplitEnumerator<AlertLogSplit, List<AlertLogSplit>> {
  private final SplitEnumeratorContext<AlertLogSplit> context;
  private final List<AlertLogSplit> waiting;

  AlertLogEnumerator(SplitEnumeratorContext<AlertLogSplit> context, List<AlertLogSplit> waiting) {
    this.context = context;
    this.waiting = new ArrayList<>(waiting);
  }

  @Override
  public void start() {}

  @Override
  public void handleSplitRequest(int subtask, String host) {}

  @Override
  public void addSplitsBack(List<AlertLogSplit> splits, int subtask) {
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
  public List<AlertLogSplit> snapshotState(long checkpoint) {
    return List.copyOf(waiting);
  }

  @Override
  public void close() {}
}
