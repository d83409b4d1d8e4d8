package io.banwatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Running text in lines, each paragraph with a label at its left. */
final class LabelledLines {
  private static final int LABEL_WIDTH = 11;

  private final int width;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param width the most characters of a line; a longer word stands alone and overlong
   */
  LabelledLines(int width) {
    this.width = width;
  }

  /** Adds a paragraph; with an empty label it belongs to the one before. */
  void add(String label, String text) {
    String shown = label;
    for (String line : Lines.wrap(text, width - LABEL_WIDTH)) {
      String whole = String.format(Locale.ROOT, "%-" + LABEL_WIDTH + "s", shown) + line;
      lines.add(whole.stripTrailing());
      shown = "";
    }
  }

  /** Adds lines as they are. */
  void addWhole(List<String> whole) {
    lines.addAll(whole);
  }

  /** Adds an empty line. */
  void gap() {
    lines.add("");
  }

  /** All that was added. */
  List<String> list() {
    return List.copyOf(lines);
  }
}
