package io.banwatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many lines a file of our own has. */
final class LineCount {
  private static final int BLOCK = 1 << 16;

  private LineCount() {}

  /**
   * Counts.
   *
   * @return 0 where there is no such file
   * @throws IOException when it cannot be read
   */
  static long of(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    long lines = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] block = new byte[BLOCK];
      for (int number = in.read(block); number > 0; number = in.read(block)) {
        for (int i = 0; i < number; i++) {
          if (block[i] == '\n') {
            lines++;
          }
        }
      }
    }
    return lines;
  }
}
