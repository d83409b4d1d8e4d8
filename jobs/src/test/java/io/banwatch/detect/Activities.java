package io.banwatch.detect;

import io.banwatch.usage.Requests;
import io.banwatch.vendor.AnswerClass;

/** What keys did to an account, for tests: seconds count from a Tuesday's start. */
final class Activities {
  static final String ACCOUNT = "org-1";

  private Activities() {}

  static long second(double second) {
    return Requests.TUESDAY + Math.round(1_000 * second);
  }

  /** The vendor's answer to one request. */
  static AccountActivity answer(double second, AnswerClass answerClass) {
    return answer(second, answerClass, ACCOUNT, "deployment-1", "key-1");
  }

  static AccountActivity answer(
      double second, AnswerClass answerClass, String account, String deployment, String key) {
    return activity(
        AccountActivity.Kind.ANSWER, account, deployment, key, second, 1, 0, answerClass);
  }

  /** The same answers, the newest good one to a request that began at another second. */
  static AccountActivity begun(double second, AccountActivity sum) {
    return new AccountActivity(
        sum.kind(),
        sum.vendor(),
        sum.account(),
        sum.deployment(),
        sum.key(),
        sum.keyAlias(),
        sum.at(),
        sum.requests(),
        sum.answered(),
        second(second),
        0,
        0,
        0,
        0,
        null,
        false,
        null,
        null,
        false,
        false);
  }

  /**
   * So many vendor answers, of which so many were good; the newest of them at this second, at once.
   */
  static AccountActivity sum(double second, int requests, int answered) {
    return sum(second, requests, answered, ACCOUNT, "deployment-1", "key-1");
  }

  static AccountActivity sum(
      double second, int requests, int answered, String account, String deployment, String key) {
    return activity(
        AccountActivity.Kind.SUM, account, deployment, key, second, requests, answered, null);
  }

  private static AccountActivity activity(
      AccountActivity.Kind kind,
      String account,
      String deployment,
      String key,
      double second,
      int requests,
      int answered,
      AnswerClass answerClass) {
    return new AccountActivity(
        kind,
        "anthropic",
        account,
        deployment,
        key,
        null,
        second(second),
        requests,
        answered,
        answered > 0 ? second(second) : 0,
        0,
        0,
        0,
        0,
        answerClass,
        false,
        null,
        null,
        false,
        false);
  }
}
