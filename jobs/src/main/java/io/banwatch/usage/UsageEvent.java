package io.banwatch.usage;

import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;

/**
 * One request through the gateway, normalised. Event time is its end.
 *
 * <p>Holds no prompt, no completion, no credential and no error text. Every text comes from the log
 * and may be hostile: it is cut to {@link #LONGEST_TEXT} characters when decoded, and escaped where
 * it leaves.
 *
 * @param identity 64-bit hash of key and vendor: what keyed state is keyed by
 * @param requestHash 64-bit hash of the gateway's request id; 0 when the log has none
 * @param startMillis when the request started, epoch milliseconds
 * @param endMillis when it ended, epoch milliseconds, at or after the start
 * @param key the gateway's credential as a SHA-256 in hex, or the gateway's own id of it; {@code
 *     unknown} when the log names none
 * @param keyAlias the key's name for people, or null
 * @param team the key's team, or null
 * @param user the person or service behind the request, or null
 * @param vendor {@code anthropic}, {@code openai}, {@code google}, {@code azure}, {@code bedrock},
 *     else the gateway's own word; {@code unknown} when the request never had one
 * @param account the vendor's organisation that pays, or {@code unknown@vendor}
 * @param deployment the gateway's id of the upstream and its credential, finer than an account; or
 *     null
 * @param model the model as the vendor names it, without the gateway's prefix; or null
 * @param tokens what the request used
 * @param costUsd in US dollars as the gateway reckons it; 0 when unknown
 * @param answerClass what the answer means
 * @param answeredBy who gave it
 * @param client the client's user agent, or null
 * @param credential what kind of vendor credential paid
 * @param address the caller's address in canonical text, believed only as far as the trusted hops
 *     go; null when unknown or useless
 * @param history whether it is only to be learned from: nothing is told of it
 * @param rateLimits what the vendor said of its rate limits, or null
 */
public record UsageEvent(
    long identity,
    long requestHash,
    long startMillis,
    long endMillis,
    String key,
    String keyAlias,
    String team,
    String user,
    String vendor,
    String account,
    String deployment,
    String model,
    Tokens tokens,
    double costUsd,
    AnswerClass answerClass,
    AnsweredBy answeredBy,
    String client,
    Credential credential,
    String address,
    boolean history,
    RateLimits rateLimits) {
  /** Longer texts are cut when decoded. */
  public static final int LONGEST_TEXT = 200;

  /** Stands for a key or a vendor that the log does not name. */
  public static final String UNKNOWN = "unknown";

  /** A request whose vendor said nothing of its rate limits. */
  public UsageEvent(
      long identity,
      long requestHash,
      long startMillis,
      long endMillis,
      String key,
      String keyAlias,
      String team,
      String user,
      String vendor,
      String account,
      String deployment,
      String model,
      Tokens tokens,
      double costUsd,
      AnswerClass answerClass,
      AnsweredBy answeredBy,
      String client,
      Credential credential,
      String address,
      boolean history) {
    this(
        identity,
        requestHash,
        startMillis,
        endMillis,
        key,
        keyAlias,
        team,
        user,
        vendor,
        account,
        deployment,
        model,
        tokens,
        costUsd,
        answerClass,
        answeredBy,
        client,
        credential,
        address,
        history,
        null);
  }

  /** The account of a vendor whose organisation is not known. */
  public static String unknownAccountOf(String vendor) {
    return UNKNOWN + "@" + vendor;
  }

  /** Whether the account that pays is not known. */
  public boolean accountUnknown() {
    return account.length() == UNKNOWN.length() + 1 + vendor.length()
        && account.startsWith(UNKNOWN)
        && account.charAt(UNKNOWN.length()) == '@'
        && account.endsWith(vendor);
  }

  /** The same request, paid by another account. */
  public UsageEvent withAccount(String known) {
    return with(known, history);
  }

  /** The same request, only to be learned from. */
  public UsageEvent asHistory() {
    return with(account, true);
  }

  private UsageEvent with(String otherAccount, boolean learned) {
    return new UsageEvent(
        identity,
        requestHash,
        startMillis,
        endMillis,
        key,
        keyAlias,
        team,
        user,
        vendor,
        otherAccount,
        deployment,
        model,
        tokens,
        costUsd,
        answerClass,
        answeredBy,
        client,
        credential,
        address,
        learned,
        rateLimits);
  }
}
