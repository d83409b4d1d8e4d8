package io.banwatch.store;

/** What a writer does after an answer. */
enum AnswerKind {
  /** Everything is stored. */
  STORED,
  /** Some lines were refused and the others stored: the same lines are never sent again. */
  PARTLY_STORED,
  /** The lines were refused, and nothing is stored. */
  REFUSED,
  /** Too much at once: halves may pass. */
  TOO_LARGE,
  /** Bad weather: the same again, later. */
  LATER,
  /** The server has no retention policy of the name: what shall be kept for long has no place. */
  NO_HISTORY,
  /** A person has to set something right. */
  MISCONFIGURED
}
