package io.banwatch.log;

import io.banwatch.gateway.UsageDecoder;
import java.io.Closeable;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that decode, each with a decoder of its own. */
final class DecodingPool implements Closeable {
  private final ExecutorService threads;
  private final ThreadLocal<UsageDecoder> decoder;

  DecodingPool(int readers, DecoderFactory decoders) {
    AtomicInteger number = new AtomicInteger();
    threads =
        Executors.newFixedThreadPool(
            readers,
            task -> {
              Thread thread = new Thread(task, "usage-log-decoder-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    decoder = ThreadLocal.withInitial(decoders::create);
  }

  Future<DecodedBlock> decode(FramedBlock block) {
    return threads.submit(() -> DecodedBlock.of(block, decoder.get()));
  }

  /** Something else to be done beside the thread that reads. */
  <T> Future<T> submit(Callable<T> task) {
    return threads.submit(task);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
