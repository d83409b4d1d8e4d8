package io.banwatch.tell;

import java.util.Locale;

/** What an attempt's answer means for the message. */
enum Verdict {
  /** It arrived. */
  DELIVERED,
  /** It may arrive later. */
  RETRY,
  /** It will never be taken. */
  REFUSED,
  /** The receiver wants nothing any more. */
  GONE;

  /** The word for metrics: the constant's name in lower case. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
