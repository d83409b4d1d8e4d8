package io.banwatch.lines;

import java.io.IOException;
import java.nio.file.Path;

/** How much of a log is still to be read; told by one thread, asked by others. */
final class UnreadBytes {
  private final LineFiles files;
  private volatile LinePosition position;
  private long last;

  UnreadBytes(Path open) {
    files = new LineFiles(open);
  }

  void readTo(LinePosition reached) {
    position = reached;
  }

  /** Uncompressed bytes; what it was last while files are being renamed. */
  synchronized long now() {
    LinePosition from = position;
    if (from == null) {
      return last;
    }
    try {
      last = files.bytesAfter(from);
    } catch (IOException e) {
      // A file was renamed or removed this moment; the next asker sees it.
    }
    return last;
  }
}
