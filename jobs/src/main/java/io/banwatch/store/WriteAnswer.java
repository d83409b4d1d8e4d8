package io.banwatch.store;

/**
 * InfluxDB's answer to a write, or that there was none.
 *
 * @param kind what it means
 * @param words what it says, for a person; no full stop at its end
 * @param remedy what to do about it, in whole sentences, or empty
 * @param refused how many lines were refused, as far as it says
 * @param waitMillis how long the server asks to wait, or 0
 */
record WriteAnswer(AnswerKind kind, String words, String remedy, int refused, long waitMillis) {
  static final WriteAnswer STORED = new WriteAnswer(AnswerKind.STORED, "", "", 0, 0);

  /** Words and remedy. */
  String sentence() {
    return remedy.isEmpty() ? words : words + ". " + remedy;
  }
}
