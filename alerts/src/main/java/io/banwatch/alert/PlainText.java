package io.banwatch.alert;

import java.util.Locale;

/**
 * The escaping boundary of everything that is shown as plain text, a terminal above all: whatever
 * stands in a log may be hostile.
 *
 * <p>Escaped, as {@code \}{@code u} and hex digits, is what acts instead of being seen: control
 * characters (C0, DEL, C1), line and paragraph separators, invisible format characters (bidi
 * overrides and isolates, tags, the byte order mark) and lone surrogates. The two joiners U+200C
 * and U+200D stay, since scripts and emoji need them. Escaping is for the eye and cannot be undone:
 * a backslash stays a backslash.
 */
public final class PlainText {
  private static final String CUT = "…";
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private PlainText() {}

  /**
   * The text as it may be shown.
   *
   * @param maximum code points of the result, at least 1; a longer one ends with an ellipsis
   */
  public static String of(String text, int maximum) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), maximum));
    int room = maximum;
    int fits = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      String escaped = acts(codePoint) ? escape(codePoint) : null;
      room -= escaped == null ? 1 : escaped.length();
      if (room < 0) {
        return shown.substring(0, fits) + CUT;
      }
      if (escaped == null) {
        shown.appendCodePoint(codePoint);
      } else {
        shown.append(escaped);
      }
      if (room > 0) {
        fits = shown.length();
      }
    }
    return shown.toString();
  }

  /**
   * The text with lone surrogates replaced by U+FFFD and cut, nothing escaped: for outlets with an
   * escaping of their own, such as JSON.
   *
   * @param maximum code points of the result, at least 1; a longer one ends with an ellipsis
   */
  public static String cut(String text, int maximum) {
    StringBuilder kept = new StringBuilder(Math.min(text.length(), 2 * maximum));
    int count = 0;
    int fits = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (count == maximum) {
        return kept.substring(0, fits) + CUT;
      }
      kept.appendCodePoint(
          Character.getType(codePoint) == Character.SURROGATE ? 0xFFFD : codePoint);
      count++;
      if (count < maximum) {
        fits = kept.length();
      }
    }
    return kept.toString();
  }

  /** Whether a terminal or a reader's eye takes the code point for something else than itself. */
  static boolean acts(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> codePoint != ZERO_WIDTH_NON_JOINER && codePoint != ZERO_WIDTH_JOINER;
      default -> false;
    };
  }

  private static String escape(int codePoint) {
    return codePoint > 0xFFFF
        ? String.format(Locale.ROOT, "\\u{%x}", codePoint)
        : String.format(Locale.ROOT, "\\u%04x", codePoint);
  }
}
