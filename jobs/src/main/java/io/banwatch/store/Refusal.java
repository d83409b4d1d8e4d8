package io.banwatch.store;

import java.util.Locale;

/** Why InfluxDB refuses points that it is able to read, as far as its words tell. */
public enum Refusal {
  /** Older than the retention of where they go. */
  TOO_OLD,
  /** A field holds another type than when it was first written. */
  TYPE_CONFLICT,
  /** Anything else. */
  OTHER;

  /** By the words of a server of line 1 or 2. */
  static Refusal of(String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("retention policy") || lower.contains("beyond retention")) {
      return TOO_OLD;
    }
    return lower.contains("field type conflict") ? TYPE_CONFLICT : OTHER;
  }
}
