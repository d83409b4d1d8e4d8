package io.banwatch.policy;

/** A pattern in which {@code *} stands for any text, the empty one too. */
public final class Glob {
  private Glob() {}

  /**
   * Whether the whole text fits. Takes pattern times text steps at most, whatever they hold: a star
   * is only ever tried again from the newest one.
   */
  public static boolean matches(String pattern, String text) {
    int at = 0;
    int next = 0;
    int star = -1;
    int resume = 0;
    while (at < text.length()) {
      if (next < pattern.length() && pattern.charAt(next) == '*') {
        star = next;
        resume = at;
        next++;
      } else if (next < pattern.length() && pattern.charAt(next) == text.charAt(at)) {
        next++;
        at++;
      } else if (star >= 0) {
        next = star + 1;
        resume++;
        at = resume;
      } else {
        return false;
      }
    }
    while (next < pattern.length() && pattern.charAt(next) == '*') {
      next++;
    }
    return next == pattern.length();
  }
}
