package io.banwatch.store;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

/**
 * One batch on its way, in a thread of its own, again and again with pauses until it is settled.
 * What of it is not settled may be asked for at any time.
 */
final class Sending implements Closeable {
  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;

  private final InfluxApi api;
  private final InfluxAddress address;
  private final BatchSender sender;
  private final StoreProgress progress;
  private final Settlement settlement;
  private final RetryPause pause =
      new RetryPause(FIRST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS, RandomGenerator.getDefault());
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread sending = new Thread(work, "banwatch influxdb");
            sending.setDaemon(true);
            return sending;
          });
  private volatile List<InfluxLine> unsettled = List.of();
  private volatile boolean isClosed;
  private long askedMillis;
  private volatile Future<?> next = CompletableFuture.completedFuture(null);

  Sending(
      InfluxApi api, InfluxAddress address, StoreProgress progress, SinkWriterMetricGroup metrics) {
    this.api = api;
    this.progress = progress;
    this.settlement = new Settlement(address, progress, metrics);
    this.address = address;
    this.sender = new BatchSender(this::write, address, SendingLimits.STANDARD, settlement);
    thread.execute(this::probe);
  }

  void begin(List<InfluxLine> lines, ResultHandler<InfluxLine> handler) {
    unsettled = List.copyOf(lines);
    thread.execute(() -> send(new ArrayList<>(lines), handler));
  }

  /** Some may be settled already: sent twice is stored once. */
  List<InfluxLine> unsettled() {
    return unsettled;
  }

  /** Asks with nothing in hand, so that an outage is known before there is a point. */
  private void probe() {
    if (isClosed || !unsettled.isEmpty()) {
      return;
    }
    WriteAnswer answer = write(address.database(), InfluxLine.NOTHING);
    if (answer.kind() == AnswerKind.STORED) {
      pause.succeeded();
      settlement.succeeded();
      return;
    }
    failed(answer);
    again(this::probe, answer);
  }

  private void send(List<InfluxLine> lines, ResultHandler<InfluxLine> handler) {
    try {
      WriteAnswer answer = sender.send(lines);
      unsettled = List.copyOf(lines);
      if (answer == null) {
        pause.succeeded();
        settlement.succeeded();
        handler.complete();
        return;
      }
      failed(answer);
      if (answer.kind() == AnswerKind.LATER) {
        again(() -> send(lines, handler), answer);
      } else {
        handler.completeExceptionally(new StoreException(answer.sentence()));
      }
    } catch (RuntimeException e) {
      handler.completeExceptionally(e);
    }
  }

  private WriteAnswer write(String bucket, List<InfluxLine> lines) {
    askedMillis = System.currentTimeMillis();
    progress.asked(address, askedMillis);
    try {
      return api.write(bucket, lines);
    } finally {
      progress.answered();
    }
  }

  /** An answer that did not come because the task has ended is no outage. */
  private void failed(WriteAnswer answer) {
    if (!isClosed) {
      progress.failed(answer, askedMillis);
    }
  }

  private void again(Runnable work, WriteAnswer answer) {
    try {
      next = thread.schedule(work, pause.afterFailure(answer.waitMillis()), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The task has ended meanwhile; its checkpoint holds what is unsettled.
    }
  }

  @Override
  public void close() {
    isClosed = true;
    next.cancel(false);
    thread.shutdownNow();
    api.close();
  }
}
