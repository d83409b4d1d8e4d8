package io.banwatch.cli;

import io.banwatch.gateway.Decoders;
import io.banwatch.gateway.UsageDecoder;
import java.util.concurrent.atomic.AtomicLong;

/** How many values of a log stand in Banwatch's own form, as they go by. */
final class FormCount {
  private final AtomicLong own = new AtomicLong();
  private final AtomicLong all = new AtomicLong();

  /** A decoder that lets each value be counted. */
  UsageDecoder counting(UsageDecoder decoder) {
    return (buffer, offset, length, position, out) -> {
      all.incrementAndGet();
      if (Decoders.isOwnForm(buffer, offset, length)) {
        own.incrementAndGet();
      }
      decoder.decode(buffer, offset, length, position, out);
    };
  }

  /** Whether there are any in Banwatch's own form. */
  boolean hasOwn() {
    return own.get() > 0;
  }

  /** Whether there are any in another form. */
  boolean hasOthers() {
    return all.get() > own.get();
  }
}
