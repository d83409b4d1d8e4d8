package io.banwatch.log;

import io.banwatch.gateway.UsageDecoder;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The records of a stream that is read once, as the body of a request is: any layout of JSON
 * values, in memory bounded by twice the longest value. Used by one thread.
 *
 * <p>Alternate {@link #read()} and {@link #decode}. What is whole when the stream breaks is given
 * before the break is told.
 */
public final class StreamedRecords {
  private final InputStream in;
  private final LogFile file;
  private final JsonFraming framing;
  private byte[] buffer;
  private int filled;
  private int consumed;
  private long offset;
  private boolean ended;
  private IOException broken;
  private FramedBlock block;

  /**
   * @param in the bytes; the caller closes it
   * @param source its name in positions
   * @param longestValue the bytes that a value may have; a longer one is rejected
   * @param blockBytes how much is read before it is decoded, at least 1
   */
  public StreamedRecords(InputStream in, String source, int longestValue, int blockBytes) {
    this.in = in;
    file = new LogFile(source, true, 0, LogFile.UNKNOWN_TIME, 0);
    framing = new JsonFraming(ReadPosition.START, longestValue);
    buffer = new byte[blockBytes];
  }

  /**
   * Reads on.
   *
   * @return whether there is something to decode; false at the end of the stream
   * @throws IOException when the stream broke, after all that was whole before was given
   */
  public boolean read() throws IOException {
    if (broken != null) {
      throw broken;
    }
    if (ended) {
      return false;
    }
    makeRoom();
    fill();
    Window window = new Window(buffer, filled, offset, ended || broken != null);
    Frames frames = new Frames();
    consumed = framing.frame(window, 0, frames);
    block = new FramedBlock(file, window, frames);
    return true;
  }

  /** Decodes what was read last. */
  public void decode(UsageDecoder decoder, Consumer<LogRecord> out) {
    DecodedBlock decoded = DecodedBlock.of(block, decoder);
    for (int i = 0; i < decoded.size(); i++) {
      if (!isCutByTheBreak(decoded.get(i))) {
        out.accept(decoded.get(i));
      }
    }
  }

  /** The break itself is told by {@link #read()}, and would be counted twice. */
  private boolean isCutByTheBreak(LogRecord logRecord) {
    return broken != null
        && logRecord.rejection() != null
        && logRecord.rejection().reason() == Reason.TRUNCATED;
  }

  private void makeRoom() {
    System.arraycopy(buffer, consumed, buffer, 0, filled - consumed);
    filled -= consumed;
    offset += consumed;
    consumed = 0;
    if (filled > buffer.length / 2) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
  }

  private void fill() {
    try {
      while (filled < buffer.length) {
        int number = in.read(buffer, filled, buffer.length - filled);
        if (number < 0) {
          ended = true;
          return;
        }
        filled += number;
      }
    } catch (IOException e) {
      broken = e;
    }
  }
}
