package io.banwatch.place;

import java.util.Locale;

/** What kind of network an address belongs to. */
public enum NetworkKind {
  /** On no list: a home, an office, a mobile carrier. */
  ACCESS,
  /** A hosting provider's. */
  HOSTING,
  /** A VPN service's. */
  VPN,
  /** Declared in the policy as the company's own. */
  DECLARED;

  /** The word that stands in files: the constant's name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
