package io.banwatch.tell;

/**
 * What came of one attempt.
 *
 * @param status the HTTP status or the SMTP reply code; 0 when nobody answered
 * @param retryAfter the header {@code Retry-After}, or null
 * @param text the answer's first characters, as they came; or what failed
 */
record Answer(int status, String retryAfter, String text) {
  /** Nobody answered. */
  static Answer failed(String what) {
    return new Answer(0, null, what);
  }

  /** An answer without a header of interest. */
  static Answer of(int status, String text) {
    return new Answer(status, null, text);
  }
}
