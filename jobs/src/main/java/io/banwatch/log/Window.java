package io.banwatch.log;

/** The bytes of a file that are at hand. */
final class Window {
  private final byte[] buffer;
  private final int to;
  private final long base;
  private final boolean end;
  private final boolean pause;

  /**
   * @param buffer holds them
   * @param to where they end in the buffer
   * @param base the offset in the file of the buffer's first byte
   * @param end whether the file ends where they end
   */
  Window(byte[] buffer, int to, long base, boolean end) {
    this(buffer, to, base, end, false);
  }

  /**
   * @param pause whether nothing more is there now, but may come: a value that can be seen to be
   *     whole must not wait for what follows it
   */
  Window(byte[] buffer, int to, long base, boolean end, boolean pause) {
    this.buffer = buffer;
    this.to = to;
    this.base = base;
    this.end = end;
    this.pause = pause;
  }

  byte[] buffer() {
    return buffer;
  }

  int to() {
    return to;
  }

  boolean end() {
    return end;
  }

  boolean pause() {
    return pause;
  }

  /** The offset in the file of a place in the buffer. */
  long offset(int at) {
    return base + at;
  }

  /** The place in the buffer of an offset in the file. */
  int at(long offset) {
    return Math.toIntExact(offset - base);
  }
}
