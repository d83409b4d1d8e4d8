package io.banwatch.tell;

import java.util.Locale;

/** What becomes of changes and attempts, as counted for each receiver. */
enum Outcome {
  /** A change arrived. */
  DELIVERED,
  /** A firing alert was told once more, as an Alertmanager needs it. */
  REPEATED,
  /** An attempt failed and is tried again. */
  RETRIED,
  /** A change became a dead letter. */
  DEAD,
  /** A change waits for the end of a silence, or was over before it. */
  SILENCED,
  /** A line said what was known already. */
  KNOWN;

  /** The word for metrics: the constant's name in lower case. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
