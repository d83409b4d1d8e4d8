package io.banwatch.vendor;

import java.util.Locale;

/** Who gave the answer: only a vendor's own answers say anything of its mood. */
public enum AnsweredBy {
  VENDOR,
  GATEWAY;

  /** The word that stands in files: the constant's name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
