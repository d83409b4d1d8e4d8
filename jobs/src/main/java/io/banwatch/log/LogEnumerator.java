package io.banwatch.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * Looks for the files of the log, and gives all of them to the one reader that puts them in order,
 * at once: it cannot start before it knows them all. Any other reader is told that there is nothing
 * for it.
 */
final class LogEnumerator implements SplitEnumerator<LogSplit, LogEnumeratorState> {
  private static final int READER = 0;

  private final SplitEnumeratorContext<LogSplit> context;
  private final LogDiscovery discovery;
  private final ReadProgress progress;
  private final List<LogSplit> unassigned;
  private boolean discovered;

  LogEnumerator(
      SplitEnumeratorContext<LogSplit> context,
      LogDiscovery discovery,
      ReadProgress progress,
      LogEnumeratorState state) {
    this.context = context;
    this.discovery = discovery;
    this.progress = progress;
    unassigned = new ArrayList<>(state.unassigned());
    discovered = state.discovered();
  }

  @Override
  public void start() {
    if (!discovered) {
      context.callAsync(discovery::discover, this::receive);
    }
  }

  private void receive(List<LogFile> files, Throwable failure) {
    if (failure != null) {
      throw new FlinkRuntimeException("the usage log cannot be read", failure);
    }
    progress.found(files.size(), files.stream().mapToLong(LogFile::bytes).sum());
    if (!files.isEmpty()) {
      unassigned.add(LogSplit.ofWhole(files));
    }
    if (!discovery.isBounded()) {
      unassigned.add(LogSplit.following());
    }
    discovered = true;
    context.registeredReaders().keySet().forEach(this::assign);
  }

  @Override
  public void addReader(int subtask) {
    assign(subtask);
  }

  private void assign(int subtask) {
    if (!discovered) {
      return;
    }
    if (subtask == READER && !unassigned.isEmpty()) {
      context.assignSplits(new SplitsAssignment<>(Map.of(READER, List.copyOf(unassigned))));
      unassigned.clear();
    }
    if (discovery.isBounded()) {
      context.signalNoMoreSplits(subtask);
    }
  }

  @Override
  public void handleSplitRequest(int subtask, String host) {
    // Readers are given all there is without asking.
  }

  @Override
  public void addSplitsBack(List<LogSplit> splits, int subtask) {
    unassigned.addAll(splits);
  }

  @Override
  public LogEnumeratorState snapshotState(long checkpointId) {
    return new LogEnumeratorState(discovered, List.copyOf(unassigned));
  }

  @Override
  public void close() {}
}
