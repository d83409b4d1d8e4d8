package io.banwatch.alert;

import java.util.Locale;

/** How much an alert matters, from least to most; it never falls within an episode. */
public enum Severity {
  /** Worth knowing, nothing to do today. */
  INFO,
  /** Someone should look today. */
  WARNING,
  /** Someone should look now: this is what enforcement acts on, or it has acted. */
  CRITICAL;

  /** The word that stands in files and messages: the constant's name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
