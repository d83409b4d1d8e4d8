package io.banwatch.tell;

import java.util.Locale;

/** Why a message is given up. */
enum DeadReason {
  /** The receiver answered that it will never take it. */
  REFUSED,
  /** The receiver answered that it wants nothing any more. */
  RECEIVER_GONE,
  /** The policy does not name the receiver any more. */
  RECEIVER_REMOVED,
  /** It was tried for a day. */
  EXPIRED,
  /** Too many others wait for the same receiver, and this was the oldest. */
  BACKLOG_FULL;

  /** The word for files and metrics: the constant's name in lower case with hyphens. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
