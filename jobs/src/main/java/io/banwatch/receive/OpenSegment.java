package io.banwatch.receive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The segment that is appended to. Holds whole lines only, whatever fails. Used by one thread. */
final class OpenSegment implements Closeable {
  private static final int LOOK_BACK = 1 << 16;
  private static final int NOTHING_TORN = -1;

  private final SegmentName name;
  private final SegmentFile file;
  private long size;
  private long wholeLines = NOTHING_TORN;

  /** Goes on with the file, after cutting a torn last line that a crash left. */
  OpenSegment(SegmentName name, Path path, SegmentFiles files) throws IOException {
    this.name = name;
    file = files.open(path);
    try {
      long written = file.size();
      size = endOfWholeLines(path, written);
      if (size < written) {
        file.truncate(size);
      }
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static long endOfWholeLines(Path path, long size) throws IOException {
    if (size == 0) {
      return 0;
    }
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer block = ByteBuffer.allocate(LOOK_BACK);
      for (long end = size; end > 0; end = Math.max(0, end - LOOK_BACK)) {
        long from = Math.max(0, end - LOOK_BACK);
        block.clear().limit((int) (end - from));
        int number = 0;
        while (block.hasRemaining() && number >= 0) {
          number = channel.read(block, from + block.position());
        }
        for (int at = block.position() - 1; at >= 0; at--) {
          if (block.get(at) == '\n') {
            return from + at + 1;
          }
        }
      }
      return 0;
    }
  }

  SegmentName name() {
    return name;
  }

  /** Bytes of whole lines. */
  long size() {
    return size;
  }

  boolean isInPlace() {
    return file.isInPlace();
  }

  /**
   * Appends lines. When it fails, what follows the last whole line is cut off again: now, or before
   * anything else is appended. Lines that a follower may have read already stay.
   */
  void write(List<byte[]> lines) throws IOException {
    mend();
    long before = size;
    try {
      for (byte[] some : lines) {
        file.write(ByteBuffer.wrap(some));
        size += some.length;
      }
    } catch (IOException e) {
      size = before;
      wholeLines = before;
      tryToMend(lines, before, e);
      throw e;
    }
  }

  private void tryToMend(List<byte[]> lines, long before, IOException failure) {
    try {
      wholeLines = before + wholeBytes(lines, file.size() - before);
      mend();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private void mend() throws IOException {
    if (wholeLines != NOTHING_TORN) {
      file.truncate(wholeLines);
      size = wholeLines;
      wholeLines = NOTHING_TORN;
    }
  }

  private static long wholeBytes(List<byte[]> lines, long written) {
    long from = 0;
    long whole = 0;
    for (byte[] some : lines) {
      int at = (int) Math.min(some.length, written - from);
      while (at > 0 && some[at - 1] != '\n') {
        at--;
      }
      if (at > 0) {
        whole = from + at;
      }
      from += some.length;
    }
    return whole;
  }

  /** Returns when everything written would survive a loss of power. */
  void force() throws IOException {
    file.force();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
