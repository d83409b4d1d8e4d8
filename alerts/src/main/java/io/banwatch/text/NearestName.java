package io.banwatch.text;

import java.util.Collection;
import java.util.Locale;

/** Finds the name that a person probably meant. */
public final class NearestName {
  private static final int LONGEST = 64;

  private NearestName() {}

  /**
   * The valid name with the fewest edits, when they are at most a third of its length.
   *
   * @return the name, or null when none is near
   */
  public static String to(String name, Collection<String> valid) {
    String wanted = letters(name);
    String nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : valid) {
      int edits = edits(wanted, letters(candidate));
      if (edits < fewest && edits <= Math.max(1, candidate.length() / 3)) {
        nearest = candidate;
        fewest = edits;
      }
    }
    return nearest;
  }

  /** Case, hyphens and underscores are what people get wrong without noticing. */
  private static String letters(String name) {
    String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return cut.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  private static int edits(String from, String to) {
    int[][] distance = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        int cost = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
        least = Math.min(least, distance[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          least = Math.min(least, distance[i - 2][j - 2] + 1);
        }
        distance[i][j] = least;
      }
    }
    return distance[from.length()][to.length()];
  }
}
