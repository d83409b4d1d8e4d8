package io.banwatch.flow;

import io.banwatch.log.LogSplit;
import io.banwatch.usage.LogRecord;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** A log into which a test writes while a job reads it; it never ends. */
final class OpenLog implements Source<LogRecord, LogSplit, Integer> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, Written> BY_NAME = new ConcurrentHashMap<>();

  private final String name = UUID.randomUUID().toString();
  private final Boundedness boundedness;

  /** What was written and not read yet. */
  private static final class Written {
    private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();
    private volatile CompletableFuture<Void> available = new CompletableFuture<>();
  }

  /**
   * @param boundedness what the log says of itself: a job lets event time walk in an unbounded one
   */
  OpenLog(Boundedness boundedness) {
    this.boundedness = boundedness;
    BY_NAME.put(name, new Written());
  }

  void write(LogRecord record) {
    Written written = BY_NAME.get(name);
    written.records.add(record);
    written.available.complete(null);
  }

  void forget() {
    BY_NAME.remove(name);
  }

  @Override
  public Boundedness getBoundedness() {
    return boundedness;
  }

  @Override
  public SplitEnumerator<LogSplit, Integer> createEnumerator(
      SplitEnumeratorContext<LogSplit> context) {
    return new NothingToShare();
  }

  @Override
  public SplitEnumerator<LogSplit, Integer> restoreEnumerator(
      SplitEnumeratorContext<LogSplit> context, Integer checkpoint) {
    return new NothingToShare();
  }

  @Override
  public SimpleVersionedSerializer<LogSplit> getSplitSerializer() {
    return new Nothing<>();
  }

  @Override
  public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
    return new Nothing<>();
  }

  @Override
  public SourceReader<LogRecord, LogSplit> createReader(SourceReaderContext context) {
    return new Reader(BY_NAME.get(name));
  }

  private static final class Reader implements SourceReader<LogRecord, LogSplit> {
    private final Written written;

    Reader(Written written) {
      this.written = written;
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<LogRecord> output) {
      LogRecord next = written.records.poll();
      if (next != null) {
        output.collect(next);
        return InputStatus.MORE_AVAILABLE;
      }
      written.available = new CompletableFuture<>();
      return written.records.isEmpty() ? InputStatus.NOTHING_AVAILABLE : InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<LogSplit> snapshotState(long checkpointId) {
      return List.of();
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return written.available;
    }

    @Override
    public void addSplits(List<LogSplit> splits) {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {}
  }

  private static final class NothingToShare implements SplitEnumerator<LogSplit, Integer> {
    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void addSplitsBack(List<LogSplit> splits, int subtask) {}

    @Override
    public void addReader(int subtask) {}

    @Override
    public Integer snapshotState(long checkpointId) {
      return 0;
    }

    @Override
    public void close() {}
  }

  /** There are no splits, and nothing is restored. */
  private static final class Nothing<T> implements SimpleVersionedSerializer<T> {
    @Override
    public int getVersion() {
      return 1;
    }

    @Override
    public byte[] serialize(T nothing) {
      return new byte[0];
    }

    @Override
    public T deserialize(int version, byte[] serialized) {
      throw new UnsupportedOperationException("nothing is restored");
    }
  }
}
