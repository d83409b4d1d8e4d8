package io.banwatch.usage;

import java.util.Locale;

/** Why a value of the log did not become an event: the closed list of {@code rejected.jsonl}. */
public enum Reason {
  /** Not JSON, or JSON that breaks off. */
  NOT_JSON,
  /** Longer than a record may be. */
  TOO_LONG,
  /** Nested deeper than a record may be. */
  TOO_DEEP,
  /** Not UTF-8. */
  NOT_UTF8,
  /** JSON, but neither an object nor an array of objects. */
  NOT_AN_OBJECT,
  /** An object of no known format, and no mapping matches. */
  UNKNOWN_FORMAT,
  /** LiteLLM's own application log: the wrong setting was switched on. */
  APPLICATION_LOG,
  /** No usable time. */
  NO_TIME,
  /** A time outside what a usage log can hold. */
  TIME_OUT_OF_RANGE,
  /** Far ahead of every other record, and no later record agreed. */
  TIME_AHEAD,
  /** The file ends in the middle of a value. */
  TRUNCATED,
  /** The file cannot be read further: broken compression or an I/O error. */
  UNREADABLE;

  /** The word that stands in files: the constant's name in lower case with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
