package io.banwatch.log;

import java.io.Serializable;

/**
 * How a usage log is read. None of it changes which records come out, or their order.
 *
 * @param readers how many threads decode, at least 1
 * @param longestValue the bytes that a value may have; a longer one is rejected
 * @param blockBytes how much is cut and decoded at once, at most
 * @param readAheadBytes how much of the log may be held that no record was emitted of yet. Each
 *     file whose time has come holds one block besides, and blocks shrink as such files become
 *     many: see {@link ReadAhead}
 */
public record LogSettings(int readers, int longestValue, int blockBytes, long readAheadBytes)
    implements Serializable {
  private static final int LONGEST_VALUE = 10 << 20;
  private static final int BLOCK_BYTES = 1 << 20;
  private static final long READ_AHEAD_BYTES = 32L << 20;

  public LogSettings {
    if (readers < 1 || longestValue < 1 || blockBytes < 1 || readAheadBytes < 1) {
      throw new IllegalArgumentException(
          "readers, longestValue, blockBytes and readAheadBytes must be 1 or more");
    }
  }

  /** A thread for each core, 10 MB for a value, blocks of 1 MB, 32 MB ahead. */
  public static LogSettings defaults() {
    return new LogSettings(
        Runtime.getRuntime().availableProcessors(), LONGEST_VALUE, BLOCK_BYTES, READ_AHEAD_BYTES);
  }

  /** The same with another number of decoding threads. */
  public LogSettings withReaders(int number) {
    return new LogSettings(number, longestValue, blockBytes, readAheadBytes);
  }

  /** The same with another limit for a value, in bytes. */
  public LogSettings withLongestValue(int bytes) {
    return new LogSettings(readers, bytes, blockBytes, readAheadBytes);
  }

  /** The same with blocks of another size, in bytes. */
  public LogSettings withBlockBytes(int bytes) {
    return new LogSettings(readers, longestValue, bytes, readAheadBytes);
  }
}
