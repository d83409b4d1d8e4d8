package io.banwatch.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.Consumer;

/** Finds the whole lines of a file: those that end with a newline. */
final class WholeLines {
  private static final int BLOCK = 1 << 16;

  private WholeLines() {}

  /**
   * Reads a file from its beginning.
   *
   * @param line receives each whole line, without its newline
   * @return where the last whole line ends, bytes from the beginning
   */
  static long scan(FileChannel file, Consumer<byte[]> line) throws IOException {
    Cutter cutter = new Cutter(line);
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long at = 0;
    for (int number = file.read(block, at); number >= 0; number = file.read(block, at)) {
      cutter.take(block.array(), number);
      at += number;
      block.clear();
    }
    return cutter.end;
  }

  /** The same of a stream. */
  static void scan(InputStream stream, Consumer<byte[]> line) throws IOException {
    Cutter cutter = new Cutter(line);
    byte[] block = new byte[BLOCK];
    for (int number = stream.read(block); number >= 0; number = stream.read(block)) {
      cutter.take(block, number);
    }
  }

  private static final class Cutter {
    private final Consumer<byte[]> line;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private long read;
    private long end;

    Cutter(Consumer<byte[]> line) {
      this.line = line;
    }

    void take(byte[] block, int number) {
      int from = 0;
      for (int i = 0; i < number; i++) {
        if (block[i] == '\n') {
          begun.write(block, from, i - from);
          line.accept(begun.toByteArray());
          begun.reset();
          from = i + 1;
          end = read + from;
        }
      }
      begun.write(block, from, number - from);
      read += number;
    }
  }
}
