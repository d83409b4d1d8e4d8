package io.banwatch.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The cheap test for the usual layout: an object that stands alone on its line. Eight bytes at a
 * time, it looks for the newline, and at each closing brace on the way.
 *
 * <p>A line that starts with an opening brace outside any value is one whole object if
 *
 * <ol>
 *   <li>it ends with a closing brace,
 *   <li>no closing brace in it is followed by an opening brace or bracket, a NUL or a UTF-8 mark,
 *       and
 *   <li>what follows the newline is neither a comma nor a closing brace or bracket.
 * </ol>
 *
 * <p>Why that is enough for valid JSON: a newline cannot stand inside a string, so the last brace
 * is structure. Were the object still open after it, a comma or a closing brace or bracket would
 * have to follow, against 3. Had it been closed before, another value would follow on the line; no
 * value but an object or an array is framed there, and 2 excludes both. Lines that fail the test
 * are not wrong, only undecided.
 */
final class WholeLine {
  /** The newline stands before the bound, but what follows it is not at hand yet. */
  static final int NO_FOLLOWER = -3;

  /** No newline stands before the bound. */
  static final int NO_NEWLINE = -2;

  /** The line has to be looked at byte by byte. */
  static final int UNDECIDED = -1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long NEWLINES = LOW_BITS * '\n';
  private static final long BRACES = LOW_BITS * '}';
  private static final int FAR = 64;

  /** The first byte of a UTF-8 mark, behind which another value may stand. */
  private static final byte MARK = (byte) 0xEF;

  private WholeLine() {}

  /**
   * Where the object ends that starts at {@code from}.
   *
   * @param bound where the newline has to be found before
   * @param to where the bytes end
   * @return the first position after the closing brace, {@link #UNDECIDED}, {@link #NO_NEWLINE} or
   *     {@link #NO_FOLLOWER}
   */
  static int end(byte[] buffer, int from, int bound, int to) {
    int at = from;
    for (; at + Long.BYTES <= bound; at += Long.BYTES) {
      long word = (long) LONGS.get(buffer, at);
      // A zero byte's high bit survives; higher bytes may give false hits, which are checked below.
      long newlines = word ^ NEWLINES;
      long braces = word ^ BRACES;
      long hits = (zeros(newlines) | zeros(braces)) & HIGH_BITS;
      for (; hits != 0; hits &= hits - 1) {
        int hit = at + Long.numberOfTrailingZeros(hits) / Byte.SIZE;
        if (buffer[hit] == '\n') {
          return endBefore(buffer, hit, to);
        }
        if (buffer[hit] == '}' && isFollowedByValue(buffer, hit + 1, bound)) {
          return UNDECIDED;
        }
      }
    }
    for (; at < bound; at++) {
      if (buffer[at] == '\n') {
        return endBefore(buffer, at, to);
      }
      if (buffer[at] == '}' && isFollowedByValue(buffer, at + 1, bound)) {
        return UNDECIDED;
      }
    }
    return NO_NEWLINE;
  }

  private static long zeros(long word) {
    return (word - LOW_BITS) & ~word;
  }

  private static boolean isFollowedByValue(byte[] buffer, int from, int bound) {
    int at = from;
    while (at < bound && isBlank(buffer[at])) {
      at++;
    }
    if (at >= bound) {
      return false;
    }
    byte follower = buffer[at];
    return follower == '{' || follower == '[' || follower == MARK || follower == 0;
  }

  private static int endBefore(byte[] buffer, int newline, int to) {
    int last = newline - 1;
    while (isBlank(buffer[last])) {
      last--;
    }
    if (buffer[last] != '}') {
      return UNDECIDED;
    }
    int next = newline + 1;
    while (next < to && next - newline < FAR && (isBlank(buffer[next]) || buffer[next] == '\n')) {
      next++;
    }
    if (next - newline == FAR) {
      return UNDECIDED;
    }
    if (next == to) {
      return NO_FOLLOWER;
    }
    byte follower = buffer[next];
    return follower == ',' || follower == '}' || follower == ']' ? UNDECIDED : last + 1;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}
