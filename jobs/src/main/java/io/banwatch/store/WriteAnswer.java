package io.banwatch.store;

/**
 * InfluxDB's answer to a write.
 *
 * @param kind what it means
 * @param words what it says, for a person
 * @param refused how many lines were refused, as far as it says
 * @param waitMillis how long the server asks to wait, or 0
 */
record WriteAnswer(AnswerKind kind, String words, int refused, long waitMillis) {
  static final WriteAnswer STORED = new WriteAnswer(AnswerKind.STORED, "", 0, 0);
}
