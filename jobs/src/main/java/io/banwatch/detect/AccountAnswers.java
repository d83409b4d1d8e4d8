package io.banwatch.detect;

/** What a sum of answers says of the time of each. */
final class AccountAnswers {
  /**
   * A sum spans no longer, and comes no later after the answers that are told one by one:
   * milliseconds.
   */
  static final long LONGEST_SUM_MILLIS = 15_000;

  private AccountAnswers() {}
}
