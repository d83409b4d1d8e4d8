package io.banwatch.log;

/**
 * Finds the end of an object or array byte by byte, aware of strings and depth, over as many
 * windows as it takes.
 *
 * <p>It also notices a value that is broken, as a torn line is: a newline inside a string, or a
 * line that starts with an opening brace or bracket where JSON allows none. Such a value ends at
 * the first newline after its start that starts another value, which is an opening brace or bracket
 * indented no deeper than the broken value itself.
 */
final class ValueScanner {
  /** How a scan ended. */
  enum Outcome {
    /** The value goes on after the window. */
    MORE,
    /** The value is whole. */
    WHOLE,
    /** The value is broken, and another starts where it ends. */
    BROKEN
  }

  private static final long NONE = -1;

  private boolean inArray;
  private boolean stopAtCandidate;
  private boolean inString;
  private boolean escaped;
  private boolean lineHead;
  private boolean broken;
  private byte lastSignificant;
  private int depth;
  private int indent;
  private int column;
  private long candidate;
  private long end;
  private long lastFault = NONE;

  /**
   * Starts on a value.
   *
   * @param valueIndent how many blanks stand before it on its line
   * @param isElement whether it is an element of an array, so that a comma may stand before, or a
   *     bracket instead of, the value after it
   */
  void begin(int valueIndent, boolean isElement) {
    indent = valueIndent;
    inArray = isElement;
    stopAtCandidate = false;
    inString = false;
    escaped = false;
    lineHead = false;
    broken = false;
    lastSignificant = 0;
    depth = 0;
    column = 0;
    candidate = NONE;
    end = NONE;
  }

  /** From here on the value's bytes are not kept: what was seen of a next value is forgotten. */
  void forgetBytes() {
    candidate = NONE;
    stopAtCandidate = true;
  }

  /** The offset of the first byte after a value that is whole or broken. */
  long end() {
    return end;
  }

  /** Goes on with the bytes from {@code from} to {@code to}. */
  Outcome scan(Window window, int from, int to) {
    int at = from;
    while (at < to) {
      if (lineHead) {
        at = headOfLine(window, at, to);
      } else if (broken) {
        at = restOfLine(window.buffer(), at, to);
      } else if (inString) {
        at = string(window, at, to);
      } else {
        at = structure(window, at, to);
      }
      if (end != NONE) {
        return depth == 0 ? Outcome.WHOLE : Outcome.BROKEN;
      }
    }
    return Outcome.MORE;
  }

  /**
   * The file ended inside the value.
   *
   * @param offset where
   * @return BROKEN when it was found broken or another value starts in it; MORE when it is just cut
   *     off
   */
  Outcome finish(long offset) {
    boolean torn = broken;
    fault(offset, false);
    if (end == NONE && torn) {
      end = offset;
    }
    return end == NONE ? Outcome.MORE : Outcome.BROKEN;
  }

  private int structure(Window window, int from, int to) {
    byte[] buffer = window.buffer();
    for (int at = from; at < to; at++) {
      byte b = buffer[at];
      switch (b) {
        case '"' -> {
          inString = true;
          lastSignificant = b;
          return at + 1;
        }
        case '{', '[' -> {
          depth++;
          lastSignificant = b;
        }
        case '}', ']' -> {
          depth--;
          lastSignificant = b;
          if (depth == 0) {
            end = window.offset(at + 1);
            return at + 1;
          }
        }
        case '\n' -> {
          lineHead = true;
          column = 0;
          return at + 1;
        }
        case ' ', '\t', '\r', 0 -> {}
        default -> lastSignificant = b;
      }
    }
    return to;
  }

  private int string(Window window, int from, int to) {
    byte[] buffer = window.buffer();
    for (int at = from; at < to; at++) {
      byte b = buffer[at];
      if (b == '\n') {
        escaped = false;
        inString = false;
        lineHead = true;
        column = 0;
        fault(window.offset(at), false);
        return at + 1;
      }
      if (escaped) {
        escaped = false;
      } else if (b == '\\') {
        escaped = true;
      } else if (b == '"') {
        inString = false;
        return at + 1;
      }
    }
    return to;
  }

  private int headOfLine(Window window, int from, int to) {
    byte[] buffer = window.buffer();
    for (int at = from; at < to; at++) {
      byte b = buffer[at];
      switch (b) {
        case ' ', '\t' -> column++;
        case '\r' -> {}
        case '\n' -> column = 0;
        default -> {
          if (b != ',' || !inArray) {
            lineHead = false;
            startOfLine(b, window.offset(at));
            return at;
          }
          lastSignificant = b;
        }
      }
    }
    return to;
  }

  /** Judges the first byte of a line, which is not consumed. */
  private void startOfLine(byte b, long offset) {
    boolean opens = b == '{' || b == '[';
    boolean startsValue = column <= indent && (opens || (inArray && b == ']'));
    if (startsValue && (broken || stopAtCandidate)) {
      end = offset;
      return;
    }
    if (opens && !broken && !mayOpenAfter(lastSignificant)) {
      fault(offset, startsValue);
      return;
    }
    if (startsValue && candidate == NONE) {
      candidate = offset;
    }
  }

  private static boolean mayOpenAfter(byte b) {
    return b == ':' || b == ',' || b == '[';
  }

  /**
   * The value is broken. It ends at the first other value seen in it, or at the next. A fault that
   * was already met once does not send the reader back again: each byte is read twice at most.
   */
  private void fault(long offset, boolean startsValue) {
    broken = true;
    boolean known = offset == lastFault;
    lastFault = offset;
    if (startsValue && (known || candidate == NONE)) {
      end = offset;
    } else if (!known) {
      end = candidate;
    }
  }

  private int restOfLine(byte[] buffer, int from, int to) {
    for (int at = from; at < to; at++) {
      if (buffer[at] == '\n') {
        lineHead = true;
        column = 0;
        return at + 1;
      }
    }
    return to;
  }
}
