package io.banwatch.receive;

import io.banwatch.usage.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** A body as it comes over the wire, for as long as it comes fast enough. */
final class WireStream extends InputStream {
  private static final int BAD_REQUEST = 400;
  private static final int TIMEOUT = 408;

  private final InputStream in;
  private final ReceiverLimits limits;
  private final LongSupplier nanos;
  private long read;
  private long waitedNanos;

  /**
   * @param in the server's stream
   * @param nanos a clock, in nanoseconds
   */
  WireStream(InputStream in, ReceiverLimits limits, LongSupplier nanos) {
    this.in = in;
    this.limits = limits;
    this.nanos = nanos;
  }

  /** How many bytes came. */
  long bytesRead() {
    return read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int number;
    long before = nanos.getAsLong();
    try {
      number = in.read(buffer, offset, length);
    } catch (IOException | RuntimeException e) {
      // The server throws unchecked what breaks the rules of HTTP.
      throw isTimeout(e)
          ? tooSlow(e)
          : new BodyException(BAD_REQUEST, Reason.TRUNCATED, "the connection broke", e);
    }
    // What is done with the bytes in between is not the sender's time.
    waitedNanos += nanos.getAsLong() - before;
    read += Math.max(0, number);
    long patience =
        limits.idle().toNanos()
            + TimeUnit.SECONDS.toNanos(1) * (read / Math.max(1, limits.bytesPerSecond()));
    if (number >= 0 && waitedNanos > patience) {
      throw tooSlow(null);
    }
    return number;
  }

  private BodyException tooSlow(Exception cause) {
    return new BodyException(
        TIMEOUT, Reason.TRUNCATED, "the body came too slowly, or stopped coming", cause);
  }

  private static boolean isTimeout(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }
}
