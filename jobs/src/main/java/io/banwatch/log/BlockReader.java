package io.banwatch.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/** Reads one file and cuts it into blocks of whole values. */
final class BlockReader implements Blocks {
  /** More than a byte beyond the end, so that a read sees the end too. */
  private static final int BEYOND_END = 64;

  /** Deflate seldom does better on JSON. */
  private static final long MOST_COMPRESSED = 16;

  private final LogFile file;
  private final LogBytes bytes;
  private final JsonFraming framing;
  private final ReadProgress progress;
  private final boolean growing;
  private InputStream open;
  private byte[] held = {};
  private int filled;
  private long offset;
  private boolean ended;

  /**
   * @param position where to go on; all records of the first value are given again
   * @param longestValue the bytes that a value may have
   */
  BlockReader(
      LogFile file,
      ReadPosition position,
      int longestValue,
      LogBytes bytes,
      ReadProgress progress) {
    this(file, position, longestValue, bytes, progress, false);
  }

  /**
   * @param growing whether more may be written: a value that is not whole at the end is left there
   */
  BlockReader(
      LogFile file,
      ReadPosition position,
      int longestValue,
      LogBytes bytes,
      ReadProgress progress,
      boolean growing) {
    this(
        file, position.offset(), new JsonFraming(position, longestValue), bytes, progress, growing);
  }

  /**
   * @param start where to go on
   * @param framing saw all before, and may be inside a value
   */
  BlockReader(
      LogFile file, long start, JsonFraming framing, LogBytes bytes, ReadProgress progress) {
    this(file, start, framing, bytes, progress, false);
  }

  private BlockReader(
      LogFile file,
      long start,
      JsonFraming framing,
      LogBytes bytes,
      ReadProgress progress,
      boolean growing) {
    this.growing = growing;
    this.file = file;
    this.bytes = bytes;
    this.progress = progress;
    this.framing = framing;
    offset = start;
    ended = offset == ReadPosition.END;
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public boolean isOpen() {
    return open != null;
  }

  @Override
  public long remaining() {
    return file.stream() ? Long.MAX_VALUE : file.bytes() * MOST_COMPRESSED + BEYOND_END;
  }

  /** Where the next value is sought. */
  long offset() {
    return offset;
  }

  /** The same, with the place in the array around it: where another reader goes on. */
  ReadPosition position() {
    return new ReadPosition(offset, framing.index(), 0);
  }

  /**
   * The next values of the file. A block has none only at the end of the file. A file that cannot
   * be read further ends with a value that says so.
   *
   * @param buffer receives the bytes and then belongs to the block; a larger one takes its place
   *     when a value does not fit
   */
  @Override
  public FramedBlock next(byte[] buffer) {
    byte[] rest = held;
    int restBytes = filled;
    held = restBytes > buffer.length / 2 ? new byte[larger(restBytes)] : buffer;
    System.arraycopy(rest, 0, held, 0, restBytes);
    while (true) {
      Flaw broken = fill();
      Window window = new Window(held, filled, offset, ended && !growing, ended && growing);
      Frames frames = new Frames();
      int consumed = framing.frame(window, 0, frames);
      if (broken != null) {
        frames.breakOff(window.offset(filled), broken);
      }
      offset += consumed;
      if (ended || frames.size() > 0) {
        held = Arrays.copyOfRange(held, consumed, filled);
        filled = held.length;
        return new FramedBlock(file, window, frames);
      }
      filled -= consumed;
      System.arraycopy(held, consumed, held, 0, filled);
      if (filled > held.length / 2) {
        held = Arrays.copyOf(held, larger(filled));
      }
    }
  }

  private int larger(int size) {
    return Math.max(2 * size, Byte.MAX_VALUE);
  }

  /** Fills the buffer; returns what is wrong with the file, or null. */
  private Flaw fill() {
    try {
      if (open == null) {
        open = bytes.open(file, offset + filled);
      }
      while (filled < held.length) {
        int number = open.read(held, filled, held.length - filled);
        if (number < 0) {
          ended = true;
          close();
          return null;
        }
        filled += number;
        progress.uncompressed(number);
        if (file.stream()) {
          // What a pipe has at hand is used at once, rather than wait until a block is full.
          return null;
        }
      }
      return null;
    } catch (IOException e) {
      ended = true;
      close();
      return Flaw.unreadable(cause(e));
    }
  }

  static String cause(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "the file was removed or renamed while the log was read";
    }
    if (e instanceof AccessDeniedException) {
      return "this user may not read the file";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @Override
  public void release() {
    if (!file.stream() && !(open instanceof GzipMembers)) {
      close();
    }
  }

  @Override
  public void close() {
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file.source(), e);
    } finally {
      open = null;
    }
  }
}
