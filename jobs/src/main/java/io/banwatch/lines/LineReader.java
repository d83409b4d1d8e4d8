package io.banwatch.lines;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;

/**
 * Reads the log in the task's thread: local files answer at once. At the end of a log that grows it
 * looks again after a moment.
 */
final class LineReader implements SourceReader<byte[], LineSplit> {
  private static final int SOME_LINES = 256;

  /** A line waits half of this on average; looking costs microseconds. */
  private static final long LOOK_MILLIS = 50;

  private final LineSourceSettings settings;
  private final LineGate gate;
  private final Counter gaps;
  private final PassedFiles passed;
  private final UnreadBytes unread;
  private CompletableFuture<Void> available = new CompletableFuture<>();
  private LineSplit split;
  private LineLog log;

  LineReader(LineSourceSettings settings, SourceReaderMetricGroup metrics) {
    this.settings = settings;
    this.gate = settings.gate();
    this.gaps = metrics.counter("banwatch_log_gaps_" + settings.reader());
    this.passed = new PassedFiles(Path.of(settings.open()));
    this.unread = new UnreadBytes(Path.of(settings.open()));
    metrics.gauge("banwatch_log_unread_bytes_" + settings.reader(), unread::now);
  }

  @Override
  public void start() {}

  @Override
  public InputStatus pollNext(ReaderOutput<byte[]> output) throws IOException {
    if (split == null) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    if (!gate.isOpen()) {
      lookAgainLater();
      return InputStatus.NOTHING_AVAILABLE;
    }
    if (!split.started()) {
      // In one step, so that no checkpoint falls into it.
      settings.opening().read(log, output::collect);
    }
    List<byte[]> lines = log.read(SOME_LINES);
    lines.forEach(output::collect);
    split = new LineSplit(split.splitId(), true, log.position());
    unread.readTo(split.position());
    if (!lines.isEmpty()) {
      return InputStatus.MORE_AVAILABLE;
    }
    if (settings.bounded()) {
      return InputStatus.END_OF_INPUT;
    }
    lookAgainLater();
    return InputStatus.NOTHING_AVAILABLE;
  }

  private void lookAgainLater() {
    available =
        new CompletableFuture<Void>().completeOnTimeout(null, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public List<LineSplit> snapshotState(long checkpoint) {
    if (split == null) {
      return List.of();
    }
    passed.begun(checkpoint, split.position());
    return List.of(split);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws IOException {
    if (settings.passed() == Passed.STAY) {
      return;
    }
    try {
      passed.completed(checkpoint);
    } catch (NoSuchFileException e) {
      // Compressed or removed by their writer this moment; the next checkpoint looks again.
    }
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public void addSplits(List<LineSplit> splits) {
    split = splits.get(0);
    unread.readTo(split.position());
    log = settings.log(split.position(), gaps::inc);
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
