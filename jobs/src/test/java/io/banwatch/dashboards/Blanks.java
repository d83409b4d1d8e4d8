package io.banwatch.dashboards;

/** Puts words into the blanks of a text, each of which is {@code %s}. */
final class Blanks {
  private static final String BLANK = "%s";

  private Blanks() {}

  /**
   * The text with all its blanks filled, in their order.
   *
   * @throws IllegalArgumentException when there are more words than blanks
   */
  static String filled(String text, Object... words) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (Object word : words) {
      int blank = text.indexOf(BLANK, from);
      if (blank < 0) {
        throw new IllegalArgumentException("no blank for " + word + " in " + text);
      }
      filled.append(text, from, blank).append(word);
      from = blank + BLANK.length();
    }
    return filled.append(text.substring(from)).toString();
  }
}
