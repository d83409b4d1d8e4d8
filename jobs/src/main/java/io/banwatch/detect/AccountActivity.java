package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.vendor.AnswerClass;

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
 * @param uncachedInput tokens, summed
 * @param cacheRead tokens, summed
 * @param cacheWrite tokens, summed
 * @param output tokens, summed
 * @param answerClass the answer, for {@link Kind#ANSWER}; else null
 * @param rising whether the key's own traffic is well above its usual now: what siblings ask
 * @param alert the alert line, for {@link Kind#ALERT}; else null
 * @param aboveCeiling for {@link Kind#ALERT}: whether it is told at once whatever siblings do
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
    long uncachedInput,
    long cacheRead,
    long cacheWrite,
    long output,
    AnswerClass answerClass,
    boolean rising,
    Alert alert,
    boolean aboveCeiling) {
  /** What an activity is. */
  public enum Kind {
    SUM,
    ANSWER,
    ALERT
  }
}
