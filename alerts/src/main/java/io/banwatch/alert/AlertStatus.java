package io.banwatch.alert;

import java.util.Locale;

/** Where an alert's episode stands. */
public enum AlertStatus {
  /** The pattern holds, or held within the signal's quiet time. */
  FIRING,
  /** The episode is over. */
  RESOLVED;

  /** The word that stands in files and messages: the constant's name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
