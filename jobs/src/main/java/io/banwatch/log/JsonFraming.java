package io.banwatch.log;

import io.banwatch.usage.Reason;

/**
 * Finds the values of one file of JSON, block by block. A log holds values, not lines: objects one
 * a line or pretty-printed, one after the other, or as the elements of arrays, which are framed one
 * by one so that an array of any size streams.
 *
 * <p>Between values stand blanks, newlines, commas, NUL bytes and UTF-8 marks, and mean nothing. A
 * bracket opens an array when an opening brace or a closing bracket follows; arrays of anything
 * else are no records. What starts with neither brace nor bracket is a value up to the end of its
 * line: the decoder says what is wrong with it. A broken value ends where the next starts, see
 * {@link ValueScanner}.
 *
 * <p>Where values are found does not depend on how the file is cut into blocks.
 */
final class JsonFraming {
  private static final int NEED_MORE = -1;

  private final int longest;
  private final ValueScanner scanner = new ValueScanner();
  private final Separators separators;
  private Skipping skipping = Skipping.NOTHING;
  private boolean scanning;
  private long start;
  private long scanned;
  private int index;

  /** What is being passed over without being kept. */
  private enum Skipping {
    NOTHING,
    VALUE,
    LINE,
    FILE
  }

  /**
   * @param position where the first byte to come stands
   * @param longest the bytes that a value may have
   */
  JsonFraming(ReadPosition position, int longest) {
    this.longest = longest;
    index = position.index();
    separators = new Separators(position.offset() == 0);
  }

  /**
   * Frames what is whole in a window.
   *
   * @param from where in the buffer to begin
   * @param frames receives the values, in order
   * @return where in the buffer the bytes begin that must be presented again, with more after them
   */
  int frame(Window window, int from, Frames frames) {
    int at = from;
    while (true) {
      int next = step(window, at, frames);
      if (next == NEED_MORE) {
        return at;
      }
      at = next;
      if (at == window.to() && skipping == Skipping.NOTHING && !scanning) {
        break;
      }
      if (at == window.to() && !window.end()) {
        break;
      }
    }
    if (window.end() && index >= 0) {
      frames.add(window.offset(at), 0, -1, Flaw.OPEN_ARRAY);
      index = -1;
    }
    return at;
  }

  /** The place in its array of the next value, from 0; -1 outside arrays. */
  int index() {
    return index;
  }

  /** Whether the bytes consumed so far end inside an array, or inside a value that is too long. */
  boolean isInside() {
    return index >= 0 || isSkipping();
  }

  /** Whether the bytes consumed so far end inside a value that is too long to be kept. */
  boolean isSkipping() {
    return skipping != Skipping.NOTHING;
  }

  private int step(Window window, int at, Frames frames) {
    return switch (skipping) {
      case VALUE -> skipValue(window, at, frames);
      case LINE -> skipLine(window, at, frames);
      case FILE -> skipFile(window, frames);
      case NOTHING -> scanning ? scan(window, at, frames) : next(window, at, frames);
    };
  }

  /** Passes the separators and starts on a value. */
  private int next(Window window, int from, Frames frames) {
    if (window.offset(from) == 0 && from < window.to()) {
      if (window.to() - from < 2 && !window.end()) {
        return NEED_MORE;
      }
      if (Separators.isUtf16Mark(window, from)) {
        skipping = Skipping.FILE;
        return from;
      }
    }
    int at = separators.pass(window, from);
    if (at != from || at == window.to()) {
      return at;
    }
    return switch (window.buffer()[at]) {
      case '{' -> object(window, at, frames);
      case '[' -> array(window, at, frames);
      case ']' -> index >= 0 ? closeArray(at) : line(window, at, frames);
      default -> separators.isCutMark(window, at) ? NEED_MORE : line(window, at, frames);
    };
  }

  private int closeArray(int at) {
    index = -1;
    separators.endOfValue();
    return at + 1;
  }

  private int array(Window window, int at, Frames frames) {
    int first = Separators.afterBlanks(window, at + 1);
    if (first == window.to()) {
      if (first - at > longest) {
        return line(window, at, frames);
      }
      if (!window.end()) {
        return NEED_MORE;
      }
      index = 0;
      return first;
    }
    byte b = window.buffer()[first];
    if (first - at <= longest && (b == '{' || b == ']')) {
      index = 0;
      return at + 1;
    }
    return line(window, at, frames);
  }

  private int object(Window window, int at, Frames frames) {
    int bound = bound(window, at);
    if (index < 0) {
      int end = WholeLine.end(window.buffer(), at, bound, window.to());
      if (end >= 0) {
        return value(window, at, end, frames);
      }
      boolean undecided = end == WholeLine.UNDECIDED;
      boolean tooLong = end == WholeLine.NO_NEWLINE && bound - at > longest;
      if (!undecided && !tooLong && !window.end() && !window.pause()) {
        return NEED_MORE;
      }
    }
    scanner.begin(separators.indent(), index >= 0);
    scanning = true;
    start = window.offset(at);
    scanned = start;
    return at;
  }

  private int scan(Window window, int at, Frames frames) {
    int bound = bound(window, at);
    ValueScanner.Outcome outcome = scanner.scan(window, window.at(scanned), bound);
    scanned = window.offset(bound);
    if (outcome == ValueScanner.Outcome.MORE && bound - at > longest) {
      scanner.forgetBytes();
      scanning = false;
      skipping = Skipping.VALUE;
      return bound;
    }
    if (outcome == ValueScanner.Outcome.MORE && !window.end()) {
      return NEED_MORE;
    }
    if (outcome == ValueScanner.Outcome.MORE) {
      outcome = scanner.finish(window.offset(bound));
    }
    scanning = false;
    return switch (outcome) {
      case WHOLE -> whole(window, at, window.at(scanner.end()), frames);
      case BROKEN -> value(window, at, trim(window, at, window.at(scanner.end())), frames);
      case MORE -> flawed(window, bound, frames, Flaw.TRUNCATED);
    };
  }

  private int whole(Window window, int at, int end, Frames frames) {
    return end - at > longest
        ? flawed(window, end, frames, Flaw.tooLong(longest))
        : value(window, at, end, frames);
  }

  private int skipValue(Window window, int at, Frames frames) {
    ValueScanner.Outcome outcome = scanner.scan(window, at, window.to());
    if (outcome == ValueScanner.Outcome.MORE && !window.end()) {
      return window.to();
    }
    int end = outcome == ValueScanner.Outcome.MORE ? window.to() : window.at(scanner.end());
    return flawed(window, end, frames, Flaw.tooLong(longest));
  }

  private int line(Window window, int at, Frames frames) {
    int bound = bound(window, at);
    int end = Separators.endOfLine(window.buffer(), at, bound, index >= 0);
    if (end < bound || (window.end() && bound - at <= longest)) {
      return value(window, at, trim(window, at, end), frames);
    }
    if (bound - at <= longest) {
      return NEED_MORE;
    }
    start = window.offset(at);
    skipping = Skipping.LINE;
    return bound;
  }

  private int skipLine(Window window, int at, Frames frames) {
    int end = Separators.endOfLine(window.buffer(), at, window.to(), false);
    if (end == window.to() && !window.end()) {
      return end;
    }
    return flawed(window, end, frames, Flaw.tooLong(longest));
  }

  private int skipFile(Window window, Frames frames) {
    start = 0;
    return window.end() ? flawed(window, window.to(), frames, Flaw.UTF16) : window.to();
  }

  private int value(Window window, int from, int end, Frames frames) {
    frames.add(window.offset(from), (long) end - from, index, null);
    return endOfValue(end);
  }

  private int flawed(Window window, int end, Frames frames, Flaw flaw) {
    frames.add(start, window.offset(end) - start, index, flaw);
    if (flaw.reason() == Reason.TRUNCATED) {
      index = -1;
    }
    skipping = Skipping.NOTHING;
    return endOfValue(end);
  }

  private int endOfValue(int end) {
    separators.endOfValue();
    if (index >= 0) {
      index++;
    }
    return end;
  }

  /** One byte more than a value may have: enough to see that it has too many. */
  private int bound(Window window, int at) {
    return (int) Math.min(window.to(), (long) at + longest + 1);
  }

  private static int trim(Window window, int from, int end) {
    int trimmed = end;
    while (trimmed > from + 1 && Separators.isSpace(window.buffer()[trimmed - 1])) {
      trimmed--;
    }
    return trimmed;
  }
}
