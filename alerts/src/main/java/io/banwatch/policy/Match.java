package io.banwatch.policy;

import io.banwatch.alert.Subject;

/**
 * Whom an override, a planned event, a receiver or a silence is for. Every pattern that is given
 * must match; {@code *} stands for any text.
 *
 * @param vendor pattern, or null for any
 * @param account pattern, or null for any
 * @param team pattern, or null for any
 * @param key pattern for the key's alias or hash, or null for any
 */
public record Match(String vendor, String account, String team, String key) {
  /** Whether it is for this key or account. A pattern never fits what the subject does not have. */
  public boolean matches(Subject subject) {
    return fits(vendor, subject.vendor())
        && fits(account, subject.account())
        && fits(team, subject.team())
        && (fits(key, subject.key()) || fits(key, subject.keyAlias()));
  }

  private static boolean fits(String pattern, String text) {
    return pattern == null || (text != null && Glob.matches(pattern, text));
  }
}
