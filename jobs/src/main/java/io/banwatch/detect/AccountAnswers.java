package io.banwatch.detect;

/** What a sum of answers says of the time of each. */
final class AccountAnswers {
  /**
   * A sum spans no longer, and comes no later after the answers that are told one by one:
   * milliseconds.
   */
  static final long LONGEST_SUM_MILLIS = 15_000;

  private AccountAnswers() {}

  /**
   * A time at or before that of the newest {@code ok} in the sum: its own when all of it was
   * answered, else as long before as a sum may span.
   */
  static long newestOkNotBefore(AccountActivity sum) {
    boolean allOk = sum.answered() == sum.requests();
    return allOk ? sum.at() : sum.at() - LONGEST_SUM_MILLIS;
  }
}
