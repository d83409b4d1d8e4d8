package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import java.util.Objects;

/**
 * What one key did to its account: answered requests summed over a slice of time, one answer that
 * matters by itself, or a change of one of the key's pace alerts. Flat, since it crosses the
 * network.
 *
 * @param kind which of the three
 * @param vendor the vendor
 * @param account the account
 * @param deployment the gateway's id of upstream and credential, or null
 * @param key the key
 * @param keyAlias the key's name, or null
 * @param at event time: of the answer or the alert's change, or of the slice's newest request
 * @param requests requests in the sum; 1 for an answer
 * @param answered of them, those the vendor answered with {@code ok}
 * @param okStartedAt when the newest of those began, epoch milliseconds; 0 without one
 * @param uncachedInput tokens, summed
 * @param cacheRead tokens, summed
 * @param cacheWrite tokens, summed
 * @param output tokens, summed
 * @param answerClass the answer, for {@link Kind#ANSWER}; else null
 * @param rising whether the key's own traffic is well above its usual now: what siblings ask
 * @param aboveRecord how much more its windows hold than ever before ({@link AboveRecord}); null
 *     when none does
 * @param alert the alert line, for {@link Kind#ALERT}; else null
 * @param aboveCeiling for {@link Kind#ALERT}: whether it is told at once whatever siblings do
 * @param history whether it is only to be learned from: nothing is told of it
 */
public record AccountActivity(
    Kind kind,
    String vendor,
    String account,
    String deployment,
    String key,
    String keyAlias,
    long at,
    int requests,
    int answered,
    long okStartedAt,
    long uncachedInput,
    long cacheRead,
    long cacheWrite,
    long output,
    AnswerClass answerClass,
    boolean rising,
    AboveRecord aboveRecord,
    Alert alert,
    boolean aboveCeiling,
    boolean history) {
  /** What an activity is. */
  public enum Kind {
    SUM,
    ANSWER,
    ALERT
  }

  /** A change of one of a key's pace alerts. */
  static AccountActivity ofAlert(Alert line, boolean aboveCeiling) {
    return new AccountActivity(
        Kind.ALERT,
        line.subject().vendor(),
        line.subject().account(),
        null,
        line.subject().key(),
        line.subject().keyAlias(),
        line.changedAt(),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        null,
        false,
        null,
        line,
        aboveCeiling,
        false);
  }

  /** One request the vendor answered, as a sum of one. */
  static AccountActivity ofRequest(UsageEvent event, boolean rising, AboveRecord aboveRecord) {
    Tokens tokens = event.tokens();
    boolean ok = event.answerClass() == AnswerClass.OK;
    return new AccountActivity(
        Kind.SUM,
        event.vendor(),
        event.account(),
        event.deployment(),
        event.key(),
        event.keyAlias(),
        event.endMillis(),
        1,
        ok ? 1 : 0,
        ok ? event.startMillis() : 0,
        tokens.uncachedInput(),
        tokens.cacheRead(),
        tokens.cacheWrite(),
        tokens.output(),
        null,
        rising,
        aboveRecord,
        null,
        false,
        event.history());
  }

  /** One answer that says something by itself; its request stands in a sum too. */
  static AccountActivity ofAnswer(UsageEvent event) {
    return new AccountActivity(
        Kind.ANSWER,
        event.vendor(),
        event.account(),
        event.deployment(),
        event.key(),
        event.keyAlias(),
        event.endMillis(),
        1,
        0,
        0,
        0,
        0,
        0,
        0,
        event.answerClass(),
        false,
        null,
        null,
        false,
        event.history());
  }

  /** Whether both belong to the same account and deployment, so that they may be summed. */
  boolean sameAccountAs(AccountActivity other) {
    return account.equals(other.account)
        && Objects.equals(deployment, other.deployment)
        && history == other.history;
  }

  /** The sum of both, as of the newer. */
  AccountActivity plus(AccountActivity other) {
    return new AccountActivity(
        Kind.SUM,
        vendor,
        account,
        deployment,
        key,
        keyAlias,
        Math.max(at, other.at),
        requests + other.requests,
        answered + other.answered,
        Math.max(okStartedAt, other.okStartedAt),
        uncachedInput + other.uncachedInput,
        cacheRead + other.cacheRead,
        cacheWrite + other.cacheWrite,
        output + other.output,
        null,
        rising || other.rising,
        AboveRecord.larger(aboveRecord, other.aboveRecord),
        null,
        false,
        history);
  }
}
