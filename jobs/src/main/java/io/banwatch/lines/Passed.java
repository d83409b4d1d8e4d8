package io.banwatch.lines;

/** What becomes of a closed file once it was read. */
enum Passed {
  /** It stays until its writer removes it. */
  STAY,
  /** It is removed once every checkpoint that is kept has passed it. */
  REMOVED
}
