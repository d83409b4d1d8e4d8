package io.banwatch.webhook;

import io.banwatch.alert.PlainText;

/**
 * A text in Slack's own escaping: its three control characters as entities (docs.slack.dev,
 * "Formatting message text", 2026-11). Line feeds stay, whatever else acts is shown as an escape.
 */
final class SlackText {
  private static final String CUT = "…";

  private SlackText() {}

  /**
   * The escaped text.
   *
   * @param longest UTF-16 units of the result, at least 1; no entity is cut in two
   */
  static String of(String text, int longest) {
    StringBuilder escaped = new StringBuilder();
    int fits = 0;
    String shown = shown(text, longest);
    for (int i = 0; i < shown.length(); ) {
      int character = shown.codePointAt(i);
      i += Character.charCount(character);
      escaped.append(entity(character));
      if (escaped.length() > longest) {
        return escaped.substring(0, fits) + CUT;
      }
      if (escaped.length() < longest) {
        fits = escaped.length();
      }
    }
    return escaped.toString();
  }

  private static String shown(String text, int longest) {
    StringBuilder lines = new StringBuilder();
    text.lines().forEach(line -> lines.append('\n').append(PlainText.of(line, longest)));
    return lines.isEmpty() ? "" : lines.substring(1);
  }

  private static String entity(int character) {
    return switch (character) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> Character.toString(character);
    };
  }
}
