package io.banwatch.tell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/**
 * Follows the log in the task's thread: local files answer at once. At the log's end it looks again
 * after a moment.
 */
final class AlertLogReader implements SourceReader<byte[], AlertLogSplit> {
  private static final int SOME_LINES = 256;

  /** An alert waits half of this on average; looking costs microseconds. */
  private static final long LOOK_MILLIS = 50;

  private final Path file;
  private final StartAt start;
  private CompletableFuture<Void> available = new CompletableFuture<>();
  private AlertLogSplit split;
  private LineLog log;

  AlertLogReader(Path file, StartAt start) {
    this.file = file;
    this.start = start;
  }

  @Override
  public void start() {}

  @Override
  public InputStatus pollNext(ReaderOutput<byte[]> output) throws IOException {
    if (split == null) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    if (!split.started()) {
      begin(output);
    }
    List<byte[]> lines = log.read(SOME_LINES);
    lines.forEach(output::collect);
    split = new AlertLogSplit(split.splitId(), true, log.position());
    if (!lines.isEmpty()) {
      return InputStatus.MORE_AVAILABLE;
    }
    available =
        new CompletableFuture<Void>().completeOnTimeout(null, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return InputStatus.NOTHING_AVAILABLE;
  }

  /** In one step, so that no checkpoint falls into it. */
  private void begin(ReaderOutput<byte[]> output) throws IOException {
    switch (start) {
      case BEGINNING -> {}
      case OPEN_EPISODES -> OpenEpisodes.of(log).forEach(output::collect);
      case NOW -> OpenEpisodes.skip(log);
    }
  }

  @Override
  public List<AlertLogSplit> snapshotState(long checkpoint) {
    return split == null ? List.of() : List.of(split);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public void addSplits(List<AlertLogSplit> splits) {
    split = splits.get(0);
    log = new LineLog(file, split.position());
    available.complete(null);
  }

  @Override
  public void notifyNoMoreSplits() {}

  @Override
  public void close() throws IOException {
    if (log != null) {
      log.close();
    }
  }
}
