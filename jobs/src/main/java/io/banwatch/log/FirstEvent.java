package io.banwatch.log;

import io.banwatch.gateway.UsageDecoder;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/** Looks into the head of a file for the time of its first event. Used by one thread. */
final class FirstEvent implements Consumer<LogRecord> {
  private static final int FIRST_LOOK_BYTES = 1 << 14;
  private static final int LAST_LOOK_BYTES = 1 << 20;
  private static final int GROWTH = 8;

  private final LogBytes bytes;
  private final UsageDecoder decoder;
  private final int longestValue;
  private long millis;

  FirstEvent(LogBytes bytes, UsageDecoder decoder, int longestValue) {
    this.bytes = bytes;
    this.decoder = decoder;
    this.longestValue = longestValue;
  }

  /**
   * Epoch milliseconds; {@link LogFile#UNKNOWN_TIME} when no event stands in the first megabyte, or
   * the file cannot be read, which reading it will say.
   */
  long millisOf(LogFile file) {
    millis = LogFile.UNKNOWN_TIME;
    try (InputStream open = bytes.open(file, 0)) {
      byte[] head = new byte[FIRST_LOOK_BYTES];
      int filled = 0;
      while (true) {
        filled += open.readNBytes(head, filled, head.length - filled);
        look(file, new Window(head, filled, 0, filled < head.length));
        boolean more = filled == head.length && head.length < LAST_LOOK_BYTES;
        if (millis != LogFile.UNKNOWN_TIME || !more) {
          return millis;
        }
        head = Arrays.copyOf(head, Math.min(LAST_LOOK_BYTES, head.length * GROWTH));
      }
    } catch (IOException e) {
      return millis;
    }
  }

  private void look(LogFile file, Window window) {
    Frames frames = new Frames();
    new JsonFraming(ReadPosition.START, longestValue).frame(window, 0, frames);
    for (int i = 0; i < frames.size() && millis == LogFile.UNKNOWN_TIME; i++) {
      if (frames.flaw(i) == null) {
        long offset = frames.offset(i);
        int length = (int) frames.length(i);
        Position position = new Position(file.source(), offset, length, frames.index(i));
        decode(window, position);
      }
    }
  }

  private void decode(Window window, Position position) {
    try {
      decoder.decode(
          window.buffer(), (int) position.offset(), (int) position.bytes(), position, this);
    } catch (RuntimeException e) {
      // It fails again when the file is read, and is counted there.
      return;
    }
  }

  @Override
  public void accept(LogRecord logRecord) {
    if (logRecord.event() != null && millis == LogFile.UNKNOWN_TIME) {
      millis = logRecord.event().endMillis();
    }
  }
}
