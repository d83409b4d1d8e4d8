package io.banwatch.usage;

import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;

/** Builds requests for tests: an ordinary one, changed where the test cares. */
public final class Requests {
  /** The start of a Tuesday on which most tests play: 2026-11-03T00:00:00Z. */
  public static final long TUESDAY = 1_793_664_000_000L;

  private long at = TUESDAY;
  private long durationMillis = 1_000;
  private long requestHash;
  private String key = "key-1";
  private String keyAlias = "ci-bot";
  private String team = "search";
  private String user;
  private String vendor = "anthropic";
  private String account = "org-1";
  private String deployment = "deployment-1";
  private String model = "claude-sonnet-4-5";
  private Tokens tokens = new Tokens(1_000, 0, 0, 200);
  private AnswerClass answerClass = AnswerClass.OK;
  private AnsweredBy answeredBy = AnsweredBy.VENDOR;
  private String client = "anthropic-sdk-python/0.70.0";
  private Credential credential = Credential.API_KEY;
  private RateLimits rateLimits;
  private double costUsd;
  private String address = "81.2.69.160";

  private Requests() {}

  /** An ordinary request that ends at this moment, epoch milliseconds. */
  public static Requests at(long endMillis) {
    Requests request = new Requests();
    request.at = endMillis;
    return request;
  }

  public Requests lasting(long millis) {
    durationMillis = millis;
    return this;
  }

  public Requests id(long hash) {
    requestHash = hash;
    return this;
  }

  public Requests key(String value) {
    key = value;
    keyAlias = value;
    return this;
  }

  public Requests team(String value) {
    team = value;
    return this;
  }

  public Requests user(String value) {
    user = value;
    return this;
  }

  public Requests vendor(String value) {
    vendor = value;
    return this;
  }

  public Requests account(String value) {
    account = value;
    return this;
  }

  public Requests deployment(String value) {
    deployment = value;
    return this;
  }

  public Requests model(String value) {
    model = value;
    return this;
  }

  public Requests tokens(long uncachedInput, long cacheRead, long cacheWrite, long output) {
    tokens = new Tokens(uncachedInput, cacheRead, cacheWrite, output);
    return this;
  }

  public Requests answer(AnswerClass value) {
    answerClass = value;
    return this;
  }

  public Requests answeredBy(AnsweredBy value) {
    answeredBy = value;
    return this;
  }

  public Requests client(String value) {
    client = value;
    return this;
  }

  public Requests credential(Credential value) {
    credential = value;
    return this;
  }

  public Requests from(String value) {
    address = value;
    return this;
  }

  public Requests limits(RateLimits value) {
    rateLimits = value;
    return this;
  }

  public Requests costing(double value) {
    costUsd = value;
    return this;
  }

  /** The request. */
  public UsageEvent event() {
    return new UsageEvent(
        31L * key.hashCode() + vendor.hashCode(),
        requestHash,
        at - durationMillis,
        at,
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
        false,
        rateLimits);
  }
}
