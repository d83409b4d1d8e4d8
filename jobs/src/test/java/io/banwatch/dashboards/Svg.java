package io.banwatch.dashboards;

import java.util.Locale;

/** A picture as text: shapes and words at places in pixels. */
final class Svg {
  /** So wide is an average letter, in sizes of the font. */
  private static final double LETTER = 0.61;

  private final StringBuilder body = new StringBuilder();

  /** A rectangle with slightly round corners. */
  Svg box(double x, double y, double width, double height, String fill, String border) {
    body.append(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" %s"
            .formatted(number(x), number(y), number(width), number(height), filled(fill)));
    if (!border.isEmpty()) {
      body.append(" stroke=\"").append(border).append('"');
    }
    body.append("/>\n");
    return this;
  }

  /**
   * Words.
   *
   * @param anchor where {@code x} is: {@code start}, {@code middle}, {@code end}
   */
  Svg text(double x, double y, int size, String anchor, String fill, String words) {
    body.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
            .formatted(number(x), number(y), size, anchor, fill, escaped(words)));
    return this;
  }

  Svg bold(double x, double y, int size, String anchor, String fill, String words) {
    body.append(
        ("<text x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\""
                + " font-weight=\"600\">%s</text>\n")
            .formatted(number(x), number(y), size, anchor, fill, escaped(words)));
    return this;
  }

  /** A line along a path in SVG's own words, or what it encloses. */
  Svg path(String path, String attributes) {
    if (!path.isEmpty()) {
      body.append("<path d=\"%s\" %s/>\n".formatted(path, attributes));
    }
    return this;
  }

  Svg line(double x1, double y1, double x2, double y2, String attributes) {
    return path(
        "M%s %sL%s %s".formatted(number(x1), number(y1), number(x2), number(y2)), attributes);
  }

  /** The attributes of a colour, which may end in two digits of opacity. */
  private static String filled(String colour) {
    if (colour.length() < 9) {
      return "fill=\"%s\"".formatted(colour);
    }
    double opacity = Integer.parseInt(colour.substring(7), 16) / 255.0;
    return String.format(
        Locale.ROOT, "fill=\"%s\" fill-opacity=\"%.2f\"", colour.substring(0, 7), opacity);
  }

  String whole(int width, int height) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
    font-family="Helvetica, Arial, sans-serif">
    <rect width="100%%" height="100%%" fill="#F4F5F5"/>
    %s</svg>
    """
        .formatted(width, height, width, height, body);
  }

  /** As many letters as fit, with three dots where some do not. */
  static String cut(String words, double width, int size) {
    int letters = (int) (width / (size * LETTER));
    if (words.length() <= letters) {
      return words;
    }
    return words.substring(0, Math.max(0, letters - 1)).stripTrailing() + "…";
  }

  static double width(String words, int size) {
    return words.length() * size * LETTER;
  }

  static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  static String escaped(String words) {
    StringBuilder escaped = new StringBuilder();
    words
        .codePoints()
        .filter(letter -> letter >= ' ' && letter != 0xFFFE && letter != 0xFFFF)
        .forEach(
            letter -> {
              switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(letter);
              }
            });
    return escaped.toString();
  }
}
