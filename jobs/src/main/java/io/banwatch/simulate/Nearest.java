package io.banwatch.simulate;

import java.util.Comparator;
import java.util.List;

/** The name that someone probably meant. */
final class Nearest {
  private Nearest() {}

  /** The name with the least edits between, the first of several. */
  static String to(String typed, List<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(name -> edits(typed, name)))
        .orElseThrow(() -> new IllegalArgumentException("no names to choose from"));
  }

  /** Insertions, deletions and substitutions between two texts (Levenshtein, 1965). */
  private static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
