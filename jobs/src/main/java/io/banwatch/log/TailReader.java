package io.banwatch.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a file that may still be written, and cuts it into blocks of whole values. At the end of
 * what is there it pauses, see {@link #resume()}; a half-written value waits. Its handle stays open
 * meanwhile, so that a file that is renamed or removed is read to its end.
 *
 * <p>Bytes count only if the file's head is still the same after they were read; otherwise the
 * reader is lost until it is told where its content stands now, see {@link #moveTo}. What was not
 * yet a whole value is read again each time: its writer may have taken it back.
 */
final class TailReader implements Blocks {
  private static final int BEYOND_END = 64;

  private final int longestValue;
  private final LogBytes bytes;
  private final ReadProgress progress;
  private final LearnedHead head;
  private LogFile file;
  private FileChannel channel;
  private Archive archive;
  private JsonFraming framing;
  private byte[] held = {};
  private long offset;
  private long size;
  private boolean paused;
  private boolean finishing;
  private boolean lost;
  private IOException failure;

  /**
   * @param file its name and number
   * @param position where to go on
   * @param head is known of it
   */
  TailReader(
      LogFile file,
      ReadPosition position,
      int longestValue,
      LogBytes bytes,
      ReadProgress progress,
      LearnedHead head) {
    this.file = file;
    this.longestValue = longestValue;
    this.bytes = bytes;
    this.progress = progress;
    this.head = head;
    framing = new JsonFraming(position, longestValue);
    offset = position.offset();
    paused = offset == ReadPosition.END;
  }

  LearnedHead head() {
    return head;
  }

  Fingerprint fingerprint() {
    return head.fingerprint();
  }

  /** Where the next value is sought. */
  long offset() {
    return archive == null ? offset : archive.offset();
  }

  /** The size of the file when it was read last; 0 before. */
  long size() {
    return size;
  }

  /** How large the file is now, through its open handle; -1 without one. */
  long sizeNow() {
    try {
      return channel == null ? -1 : channel.size();
    } catch (IOException e) {
      fail(e);
      return -1;
    }
  }

  /** Whether what was read starts a value that is not whole, or an array that is not closed. */
  boolean isInside() {
    return framing.isInside() || held.length > 0;
  }

  /** Whether the file no longer holds what was read of it. */
  boolean isLost() {
    return lost;
  }

  /** Why the file could not be read when that was tried last, or null. */
  IOException failure() {
    return failure;
  }

  /** Whether the content is read from a compressed file, which does not grow. */
  boolean isArchive() {
    return archive != null;
  }

  /** More may be there now, unless it is not known where. */
  void resume() {
    if (archive == null && offset != ReadPosition.END && !lost) {
      paused = false;
      finishing = false;
      failure = null;
    }
  }

  /** Nothing will be added: what is not whole is said to be truncated. */
  void finish() {
    resume();
    finishing = true;
  }

  /** Other content stands where it was, or nothing. */
  void lose() {
    close();
    lost = true;
    paused = true;
  }

  /** The content stands elsewhere, or under another name. */
  void moveTo(LogFile place) {
    file = place;
    lost = false;
    resume();
  }

  /** The content stands in a complete gzip file. */
  void moveToArchive(LogFile place) {
    moveTo(place);
    close();
    held = new byte[0];
    if (!framing.isSkipping()) {
      framing = fresh();
    }
    archive = new Archive(place, offset, framing, bytes, progress, head);
  }

  /** The file has a new name. */
  void rename(LogFile place) {
    file = place;
    if (archive != null && !archive.isOpen() && !archive.ended()) {
      archive = new Archive(place, offset, framing, bytes, progress, head);
    }
  }

  /** Goes on at the end of a file that was cut. */
  void skipTo(long end) {
    offset = end;
    held = new byte[0];
    framing = new JsonFraming(new ReadPosition(end, -1, 0), longestValue);
  }

  @Override
  public boolean ended() {
    return archive == null ? paused : archive.ended();
  }

  @Override
  public boolean isOpen() {
    return archive == null ? channel != null : archive.isOpen();
  }

  @Override
  public long remaining() {
    if (archive != null) {
      return archive.remaining();
    }
    return Math.max(0, Math.max(sizeNow(), file.bytes()) - offset) + BEYOND_END;
  }

  @Override
  public FramedBlock next(byte[] buffer) {
    try {
      return archive == null ? read(buffer) : archive.next(buffer);
    } catch (NoSuchFileException e) {
      archive = null;
      lose();
      return null;
    } catch (IOException e) {
      fail(e);
      return null;
    }
  }

  private FramedBlock read(byte[] given) throws IOException {
    if (channel == null) {
      channel = bytes.channel(Path.of(file.source()));
    }
    byte[] buffer = given.length > held.length ? given : new byte[2 * held.length];
    int filled = 0;
    while (true) {
      int before = filled;
      filled = fill(buffer, filled);
      boolean end = filled < buffer.length;
      long known = offset + Math.max(before, held.length);
      if (!isSame()) {
        lose();
        return null;
      }
      if (before == 0 && !startsWithHeld(buffer, filled)) {
        framing = fresh();
      }
      count(offset + filled - known);
      Frames frames = new Frames();
      Window window = new Window(buffer, filled, offset, end && finishing, end);
      int consumed = framing.frame(window, 0, frames);
      offset += consumed;
      if (end || frames.size() > 0) {
        held = Arrays.copyOfRange(buffer, consumed, filled);
        paused = end;
        head.learn(channel, offset);
        return frames.size() == 0 ? null : new FramedBlock(file, window, frames);
      }
      filled -= consumed;
      System.arraycopy(buffer, consumed, buffer, 0, filled);
      held = new byte[0];
      if (filled > buffer.length / 2) {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
      }
    }
  }

  private JsonFraming fresh() {
    return new JsonFraming(new ReadPosition(offset, framing.index(), 0), longestValue);
  }

  private int fill(byte[] buffer, int from) throws IOException {
    int filled = from;
    while (filled < buffer.length) {
      ByteBuffer rest = ByteBuffer.wrap(buffer, filled, buffer.length - filled);
      int number = channel.read(rest, offset + filled);
      if (number < 0) {
        break;
      }
      filled += number;
    }
    return filled;
  }

  private boolean isSame() throws IOException {
    size = channel.size();
    return size >= offset && head.isStillIn(channel);
  }

  private boolean startsWithHeld(byte[] buffer, int filled) {
    return filled >= held.length && Arrays.equals(buffer, 0, held.length, held, 0, held.length);
  }

  private void count(long number) {
    if (number > 0) {
      bytes.count(number);
      progress.uncompressed(number);
    }
  }

  private void fail(IOException e) {
    failure = e;
    paused = true;
    close();
    archive = null;
  }

  @Override
  public void release() {
    if (archive != null) {
      archive.release();
    } else if (paused) {
      close();
    }
  }

  @Override
  public void close() {
    try {
      if (archive != null) {
        archive.close();
      }
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file.source(), e);
    } finally {
      channel = null;
    }
  }
}
