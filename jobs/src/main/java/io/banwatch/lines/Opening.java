package io.banwatch.lines;

import java.io.IOException;
import java.io.Serializable;
import java.util.function.Consumer;

/** What is taken of a log that was never read before. */
@FunctionalInterface
public interface Opening extends Serializable {
  /**
   * Reads as much of the log as it wants, at once.
   *
   * @param log at its beginning; what is not read is read afterwards
   * @param lines receives what is taken
   * @throws IOException when a file cannot be read
   */
  void read(LineLog log, Consumer<byte[]> lines) throws IOException;

  /** Everything that stands there. */
  static Opening everything() {
    return (log, lines) -> {};
  }
}
