package io.banwatch.receive;

import io.banwatch.gateway.DecoderSettings;
import io.banwatch.gateway.Decoders;
import io.banwatch.gateway.UsageDecoder;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * As many decoders as can work at once: each remembers thousands of texts, so that one for each
 * connection would be too many.
 */
final class DecoderPool {
  private final BlockingQueue<UsageDecoder> idle;

  DecoderPool(DecoderSettings settings, int size) {
    idle = new ArrayBlockingQueue<>(size);
    for (int i = 0; i < size; i++) {
      idle.add(Decoders.decoderOfStrangers(settings));
    }
  }

  /** A decoder that nobody else uses until it is given back. */
  UsageDecoder take() throws IOException {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for a decoder", e);
    }
  }

  void giveBack(UsageDecoder decoder) {
    idle.add(decoder);
  }
}
