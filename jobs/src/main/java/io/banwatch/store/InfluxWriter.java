package io.banwatch.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.DequeRequestBuffer;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;

/**
 * Sends lines off the task's thread. A checkpoint takes what is on its way into its state instead
 * of waiting for an answer, which may take as long as InfluxDB is away: sent twice is stored once.
 */
final class InfluxWriter extends AsyncSinkWriter<InfluxLine, InfluxLine> {
  /** Never reached while the sources heed {@link StoreProgress}; beyond, the task waits. */
  static final int MOST_BUFFERED = 200_000;

  /** Of one request to the sender, and of one line. */
  static final long MOST_BYTES = 1L << 30;

  /** Lines wait for the request before them, never for a time. */
  static final long NEVER_MILLIS = TimeUnit.DAYS.toMillis(10_000);

  private final StoreProgress progress;
  private final Sending sending;
  private final ScheduledFuture<?> goingOn;
  private List<InfluxLine> restored;

  InfluxWriter(
      WriterInitContext context,
      InfluxAddress address,
      InfluxApi api,
      StoreProgress progress,
      List<InfluxLine> restored) {
    super(
        (line, unused) -> line,
        context,
        AsyncSinkWriterConfiguration.builder()
            .setMaxBatchSize(MOST_BUFFERED - 1)
            .setMaxBatchSizeInBytes(MOST_BYTES)
            .setMaxInFlightRequests(1)
            .setMaxBufferedRequests(MOST_BUFFERED)
            .setMaxTimeInBufferMS(NEVER_MILLIS)
            .setMaxRecordSizeInBytes(MOST_BYTES)
            .setRequestTimeoutMS(NEVER_MILLIS)
            .setFailOnTimeout(true)
            .setRateLimitingStrategy(new OneAtATime())
            .build(),
        List.of(),
        new EverythingWaiting(),
        new DequeRequestBuffer<>());
    this.progress = progress;
    this.restored = restored;
    this.sending = new Sending(api, address, progress, context.metricGroup());
    progress.begin(restored.size());
    goingOn =
        context
            .getProcessingTimeService()
            .registerTimer(
                context.getProcessingTimeService().getCurrentProcessingTime(), time -> goOn());
  }

  /**
   * What an earlier writer had not stored comes first; in a mail of its own, once all is set up.
   */
  private void goOn() throws IOException, InterruptedException {
    List<InfluxLine> lines = restored;
    restored = List.of();
    for (InfluxLine line : lines) {
      super.write(line, null);
    }
  }

  static List<InfluxLine> lines(Collection<BufferedRequestState<InfluxLine>> states) {
    List<InfluxLine> lines = new ArrayList<>();
    for (BufferedRequestState<InfluxLine> state : states) {
      state.getBufferedRequestEntries().forEach(entry -> lines.add(entry.getRequestEntry()));
    }
    return lines;
  }

  @Override
  public void write(InfluxLine line, Context context) throws IOException, InterruptedException {
    goOn();
    progress.taken();
    super.write(line, context);
  }

  @Override
  protected void submitRequestEntries(List<InfluxLine> lines, ResultHandler<InfluxLine> handler) {
    sending.begin(lines, handler);
  }

  @Override
  protected long getSizeInBytes(InfluxLine line) {
    return line.bytes();
  }

  /** Waits at the end of a bounded log only, and then until everything is stored. */
  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    if (endOfInput) {
      try {
        goOn();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      super.flush(true);
    }
  }

  @Override
  public List<BufferedRequestState<InfluxLine>> snapshotState(long checkpoint) {
    List<RequestEntryWrapper<InfluxLine>> all = new ArrayList<>();
    sending.unsettled().forEach(line -> all.add(wrapped(line)));
    super.snapshotState(checkpoint)
        .forEach(buffered -> all.addAll(buffered.getBufferedRequestEntries()));
    restored.forEach(line -> all.add(wrapped(line)));
    return List.of(new BufferedRequestState<>(all));
  }

  private static RequestEntryWrapper<InfluxLine> wrapped(InfluxLine line) {
    return new RequestEntryWrapper<>(line, line.bytes());
  }

  @Override
  public void close() {
    goingOn.cancel(false);
    sending.close();
  }
}
