package io.banwatch.log;

/** What stands between values and means nothing, and how deep the next value is indented. */
final class Separators {
  private static final int MARK_BYTES = 3;

  private boolean freshLine;
  private int blanks;

  Separators(boolean startOfFile) {
    freshLine = startOfFile;
  }

  /** A value ended: what follows does not start its line. */
  void endOfValue() {
    freshLine = false;
    blanks = 0;
  }

  /** How many blanks stand before the next value on its line; 0 when another stands before it. */
  int indent() {
    return freshLine ? blanks : 0;
  }

  /** Passes separators. */
  int pass(Window window, int from) {
    byte[] buffer = window.buffer();
    int at = from;
    while (at < window.to()) {
      switch (buffer[at]) {
        case '\n' -> {
          freshLine = true;
          blanks = 0;
          at++;
        }
        case ' ', '\t' -> {
          blanks++;
          at++;
        }
        case '\r', ',', 0 -> at++;
        case (byte) 0xEF -> {
          if (markBytes(window, at) < MARK_BYTES) {
            return at;
          }
          at += MARK_BYTES;
        }
        default -> {
          return at;
        }
      }
    }
    return at;
  }

  /** Whether the window ends inside what may be a UTF-8 mark. */
  boolean isCutMark(Window window, int at) {
    return !window.end()
        && window.to() - at < MARK_BYTES
        && markBytes(window, at) == window.to() - at;
  }

  /** How many of the bytes at hand agree with the UTF-8 mark EF BB BF. */
  private static int markBytes(Window window, int at) {
    byte[] buffer = window.buffer();
    int most = Math.min(MARK_BYTES, window.to() - at);
    for (int i = 0; i < most; i++) {
      if (buffer[at + i] != markByte(i)) {
        return i;
      }
    }
    return most;
  }

  private static byte markByte(int place) {
    return (byte) (0xEFBBBF >>> ((MARK_BYTES - 1 - place) * Byte.SIZE));
  }

  /** Whether a UTF-16 or UTF-32 file starts here. */
  static boolean isUtf16Mark(Window window, int at) {
    if (window.to() - at < 2) {
      return false;
    }
    int first = window.buffer()[at] & 0xFF;
    int second = window.buffer()[at + 1] & 0xFF;
    return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
  }

  static int afterBlanks(Window window, int from) {
    int at = from;
    while (at < window.to() && isSpace(window.buffer()[at])) {
      at++;
    }
    return at;
  }

  /**
   * Where text ends that is neither an object nor an array: before the newline, in an array before
   * the next comma or bracket outside of strings too; {@code to} when neither is there.
   */
  static int endOfLine(byte[] buffer, int from, int to, boolean isElement) {
    boolean inString = false;
    boolean escaped = false;
    for (int at = from; at < to; at++) {
      byte b = buffer[at];
      if (b == '\n') {
        return at;
      }
      if (!isElement) {
        continue;
      }
      if (inString) {
        inString = escaped || b != '"';
        escaped = !escaped && b == '\\';
      } else if (b == '"') {
        inString = true;
      } else if (at > from && (b == ',' || b == ']')) {
        return at;
      }
    }
    return to;
  }

  static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == 0;
  }
}
