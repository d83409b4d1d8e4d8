package io.banwatch.tell;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What is made of an answer.
 *
 * @param verdict what it means
 * @param pauseMillis how long the receiver asked to be left alone, or -1 when it did not ask
 */
record Judgement(Verdict verdict, long pauseMillis) {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int GONE = 410;
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY_REQUESTS = 429;

  /**
   * Judges what a web server answered. Statuses as Standard Webhooks 1.0.0 reads them: 2xx arrived,
   * 410 ends the subscription, 408, 425, 429 and 5xx are passing, as is silence; anything else will
   * not change by repetition, a redirect that may not be followed included.
   *
   * @param now the moment of the answer
   */
  static Judgement ofHttp(Answer answer, Instant now) {
    int status = answer.status();
    if (status / 100 == 2) {
      return new Judgement(Verdict.DELIVERED, -1);
    }
    if (status == GONE) {
      return new Judgement(Verdict.GONE, -1);
    }
    if (status == 0
        || status == REQUEST_TIMEOUT
        || status == TOO_EARLY
        || status == TOO_MANY_REQUESTS
        || status / 100 == 5) {
      OptionalLong pause = RetryAfter.millis(answer.retryAfter(), now);
      return new Judgement(Verdict.RETRY, pause.orElse(-1));
    }
    return new Judgement(Verdict.REFUSED, -1);
  }

  /**
   * Judges what a mail server answered (RFC 5321, section 4.2.1): 2yz and 3yz went well, 5yz is
   * final, 4yz and silence are passing.
   */
  static Judgement ofMail(Answer answer) {
    return switch (answer.status() / 100) {
      case 2, 3 -> new Judgement(Verdict.DELIVERED, -1);
      case 5 -> new Judgement(Verdict.REFUSED, -1);
      default -> new Judgement(Verdict.RETRY, -1);
    };
  }
}
