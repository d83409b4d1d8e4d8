package io.banwatch.receive;

import io.banwatch.log.GzipMembers;
import io.banwatch.usage.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a body, decompressed, within the limits. Throws nothing but {@link BodyException}.
 */
final class BodyStream extends InputStream {
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;

  /** So much may come out of a few bytes before the ratio means anything. */
  private static final long RATIO_COUNTS_FROM = 1 << 20;

  private final WireStream wire;
  private final ReceiverLimits limits;
  private final InputStream bytes;
  private long read;

  /**
   * @param wire the body as it comes over the wire
   * @param gzip whether it is compressed
   */
  BodyStream(WireStream wire, boolean gzip, ReceiverLimits limits) {
    this.wire = wire;
    this.limits = limits;
    bytes = gzip ? new GzipMembers(wire) : wire;
  }

  /** How many bytes came out, after decompression. */
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
    int number = decompressed(buffer, offset, length);
    if (number < 0) {
      return number;
    }
    read += number;
    if (read > limits.longestBody()) {
      throw new BodyException(
          TOO_LARGE,
          Reason.TOO_LONG,
          "the body is longer than " + limits.longestBody() + " bytes; send smaller batches",
          null);
    }
    if (read > RATIO_COUNTS_FROM && read / limits.gzipRatio() > wire.bytesRead()) {
      throw new BodyException(
          TOO_LARGE,
          Reason.TOO_LONG,
          "the body became more than " + limits.gzipRatio() + " times longer by decompression",
          null);
    }
    return number;
  }

  private int decompressed(byte[] buffer, int offset, int length) throws IOException {
    try {
      return bytes.read(buffer, offset, length);
    } catch (BodyException e) {
      throw e;
    } catch (EOFException e) {
      throw new BodyException(BAD_REQUEST, Reason.UNREADABLE, "the gzip body breaks off", e);
    } catch (IOException e) {
      throw new BodyException(BAD_REQUEST, Reason.UNREADABLE, "the body is not whole gzip", e);
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
