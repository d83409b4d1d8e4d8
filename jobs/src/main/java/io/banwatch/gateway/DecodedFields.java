package io.banwatch.gateway;

import io.banwatch.usage.Credential;
import io.banwatch.usage.RateLimits;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.Answer;

/**
 * What every form of a record says of a request, as found in one. Filled anew for each record;
 * names and meanings are those of {@link UsageEvent}.
 */
abstract sealed class DecodedFields permits RequestFields, RecordFields {
  long requestHash;
  long startMillis;
  long endMillis;
  String key;
  String keyAlias;
  String team;
  String user;
  String vendor;
  String organization;
  String deployment;
  String host;
  String model;
  String client;
  Credential credential;
  long requestsAllowed;
  long requestsRemaining;
  long tokensAllowed;
  long tokensRemaining;
  private final Identities identities = new Identities();

  /** Forgets the last record. */
  void reset() {
    requestHash = 0;
    startMillis = EpochMillis.NONE;
    endMillis = EpochMillis.NONE;
    key = null;
    keyAlias = null;
    team = null;
    user = null;
    vendor = null;
    organization = null;
    deployment = null;
    host = null;
    model = null;
    client = null;
    credential = Credential.UNKNOWN;
    requestsAllowed = JsonCursor.ABSENT;
    requestsRemaining = JsonCursor.ABSENT;
    tokensAllowed = JsonCursor.ABSENT;
    tokensRemaining = JsonCursor.ABSENT;
  }

  /**
   * The request of the fields here, which name its key and vendor.
   *
   * @param start when it started, epoch milliseconds
   * @param end when it ended
   * @param address the caller's, in canonical text, or null
   */
  final UsageEvent event(
      long start, long end, Tokens tokens, double costUsd, Answer answer, String address) {
    return new UsageEvent(
        identities.of(key, vendor),
        requestHash,
        start,
        end,
        key,
        keyAlias,
        team,
        user,
        vendor,
        organization,
        deployment,
        model,
        tokens,
        costUsd,
        answer.answerClass(),
        answer.by(),
        client,
        credential,
        address,
        false,
        RateLimits.of(requestsAllowed, requestsRemaining, tokensAllowed, tokensRemaining));
  }
}
