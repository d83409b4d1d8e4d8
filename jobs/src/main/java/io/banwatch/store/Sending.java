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
  private volatile Future<?> next = CompletableFuture.completedFuture(null);

  Sending(
      InfluxApi api, InfluxAddress address, StoreProgress progress, SinkWriterMetricGroup metrics) {
    this.api = api;
    this.progress = progress;
    this.settlement = new Settlement(address, progress, metrics);
    this.sender = new BatchSender(api, address, SendingLimits.STANDARD, settlement);
  }

  void begin(List<InfluxLine> lines, ResultHandler<InfluxLine> handler) {
    unsettled = List.copyOf(lines);
    thread.execute(() -> send(new ArrayList<>(lines), handler));
  }

  /** Some may be settled already: sent twice is stored once. */
  List<InfluxLine> unsettled() {
    return unsettled;
  }

  private void send(List<InfluxLine> lines, ResultHandler<InfluxLine> handler) {
    try {
      WriteAnswer answer = sender.send(lines);
      unsettled = List.copyOf(lines);
      if (answer == null) {
        pause.succeeded();
        settlement.succeeded();
        handler.complete();
      } else if (answer.kind() == AnswerKind.LATER) {
        progress.failed(answer.words(), System.currentTimeMillis());
        long millis = pause.afterFailure(answer.waitMillis());
        next = thread.schedule(() -> send(lines, handler), millis, TimeUnit.MILLISECONDS);
      } else {
        progress.failed(answer.words(), System.currentTimeMillis());
        handler.completeExceptionally(new StoreException(answer.words()));
      }
    } catch (RejectedExecutionException e) {
      // The task has ended meanwhile; its checkpoint holds what is unsettled.
    } catch (RuntimeException e) {
      handler.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    next.cancel(false);
    thread.shutdownNow();
    api.close();
  }
}
