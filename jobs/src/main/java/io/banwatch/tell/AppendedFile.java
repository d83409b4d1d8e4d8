package io.banwatch.tell;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file of lines that is appended to, across crashes: a line that a crash cut short is cut off
 * when the file is opened again.
 */
final class AppendedFile implements Closeable {
  private static final int BLOCK = 1 << 13;

  private final FileChannel channel;

  private AppendedFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Opens a file, or begins it. */
  static AppendedFile open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    long end = endOfLines(channel);
    channel.truncate(end);
    channel.position(end);
    return new AppendedFile(channel);
  }

  private static long endOfLines(FileChannel channel) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    for (long end = channel.size(); end > 0; ) {
      long from = Math.max(0, end - BLOCK);
      block.clear().limit((int) (end - from));
      while (block.hasRemaining() && channel.read(block, from + block.position()) >= 0) {
        // Until the block is full.
      }
      for (int i = block.position() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return from + i + 1;
        }
      }
      end = from;
    }
    return 0;
  }

  /**
   * Appends a line.
   *
   * @param line without its end
   */
  void append(byte[] line) throws IOException {
    ByteBuffer whole = ByteBuffer.wrap(Arrays.copyOf(line, line.length + 1));
    whole.put(line.length, (byte) '\n');
    while (whole.hasRemaining()) {
      channel.write(whole);
    }
  }

  /** How long it is, in bytes. */
  long size() throws IOException {
    return channel.size();
  }

  /** Makes sure that all lines outlive the machine's fall. */
  void sync() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
