package io.banwatch.cli;

import java.util.ArrayList;
import java.util.List;

/** Running text in lines. */
final class Lines {
  private Lines() {}

  /**
   * Breaks the text at spaces.
   *
   * @param width the most characters of a line, above 0; a longer word stands alone and overlong
   */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
