package io.banwatch.gateway;

import java.nio.charset.StandardCharsets;

/**
 * Decodes the beginning of a JSON string straight from its bytes, so that a string of any length
 * costs no more than what is kept of it. Damaged UTF-8 becomes U+FFFD: whether it is an error is
 * the parser's to say. Not thread-safe.
 */
final class JsonString {
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder text = new StringBuilder(256);
  private boolean whole;
  private int at;

  /**
   * Decodes up to {@code most} characters, never half of a surrogate pair.
   *
   * @param buffer holds the string
   * @param from the byte after the opening quote
   * @param limit where the buffer ends
   */
  String decode(byte[] buffer, int from, int limit, int most) {
    int plain = from;
    int furthest = (int) Math.min(limit, (long) from + most);
    while (plain < furthest && isPlain(buffer[plain])) {
      plain++;
    }
    if (plain < limit && buffer[plain] == '"') {
      whole = true;
      return new String(buffer, from, plain - from, StandardCharsets.ISO_8859_1);
    }
    text.setLength(0);
    at = from;
    while (at < limit && buffer[at] != '"' && text.length() < most) {
      decodeOne(buffer, limit);
    }
    whole = at < limit && buffer[at] == '"';
    while (text.length() > most) {
      text.setLength(text.offsetByCodePoints(text.length(), -1));
      whole = false;
    }
    replaceLoneSurrogates();
    return text.toString();
  }

  /** Whether the last decoded string was decoded to its end. */
  boolean whole() {
    return whole;
  }

  private static boolean isPlain(byte character) {
    return character >= ' ' && character != '"' && character != '\\';
  }

  private void decodeOne(byte[] buffer, int limit) {
    byte first = buffer[at++];
    if (first == '\\') {
      decodeEscape(buffer, limit);
    } else if (first >= 0) {
      text.append((char) first);
    } else {
      decodeMultiByte(first, buffer, limit);
    }
  }

  private void decodeEscape(byte[] buffer, int limit) {
    if (at >= limit) {
      return;
    }
    byte kind = buffer[at++];
    switch (kind) {
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'u' -> decodeHexadecimal(buffer, limit);
      default -> text.append((char) (kind & 0x7F));
    }
  }

  private void decodeHexadecimal(byte[] buffer, int limit) {
    int value = 0;
    int end = at + 4;
    while (at < end) {
      int digit = at < limit ? Character.digit(buffer[at], 16) : -1;
      if (digit < 0) {
        text.append(REPLACEMENT);
        return;
      }
      value = value * 16 + digit;
      at++;
    }
    text.append((char) value);
  }

  private void decodeMultiByte(byte first, byte[] buffer, int limit) {
    int following = (first & 0xE0) == 0xC0 ? 1 : (first & 0xF0) == 0xE0 ? 2 : 3;
    int codePoint = first & (0x3F >> following);
    for (int i = 0; i < following; i++) {
      if (at >= limit || (buffer[at] & 0xC0) != 0x80) {
        text.append(REPLACEMENT);
        return;
      }
      codePoint = (codePoint << 6) | (buffer[at++] & 0x3F);
    }
    text.appendCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : REPLACEMENT);
  }

  private void replaceLoneSurrogates() {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (!Character.isSurrogate(character)) {
        continue;
      }
      boolean paired =
          Character.isHighSurrogate(character)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (paired) {
        i++;
      } else {
        text.setCharAt(i, REPLACEMENT);
      }
    }
  }
}
