package io.banwatch.vendor;

import java.util.Collection;
import java.util.Locale;

/** Finds what a person may have meant by a name that does not exist. */
final class NearestName {
  private NearestName() {}

  /** {@code ; did you mean 'x'?} or a full stop, for the end of a sentence. */
  static String hint(String wrong, Collection<String> valid) {
    String nearest = null;
    int least = 1 + wrong.length() / 2;
    for (String name : valid) {
      int distance = distance(wrong.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest == null ? "." : "; did you mean '" + nearest + "'?";
  }

  /** Levenshtein's distance: the least number of inserted, removed and changed letters. */
  static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int column = 0; column < previous.length; column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[previous.length];
      current[0] = row;
      for (int column = 1; column < current.length; column++) {
        int changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        int edited = Math.min(previous[column], current[column - 1]) + 1;
        current[column] = Math.min(edited, previous[column - 1] + changed);
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
