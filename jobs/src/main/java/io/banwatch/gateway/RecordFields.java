package io.banwatch.gateway;

import io.banwatch.usage.Credential;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.Skip;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;

/** What was found in one record of Banwatch's own form, and what it means. */
final class RecordFields {
  long version;
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
  long inputTokens;
  long cacheReadTokens;
  long cacheWriteTokens;
  long outputTokens;
  double costUsd;
  AnswerClass answer;
  AnsweredBy answeredBy;
  String client;
  Credential credential;
  String address;
  int dropped;
  Reason rejected;
  Skip skipped;
  String field;
  String detail;

  /** The first field with a value that the form does not know, or null. */
  String wrong;

  private final Identities identities = new Identities();

  /** Forgets the last record. */
  void reset() {
    version = JsonCursor.ABSENT;
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
    inputTokens = 0;
    cacheReadTokens = 0;
    cacheWriteTokens = 0;
    outputTokens = 0;
    costUsd = 0;
    answer = null;
    answeredBy = null;
    client = null;
    credential = Credential.UNKNOWN;
    address = null;
    dropped = 0;
    rejected = null;
    skipped = null;
    field = null;
    detail = null;
    wrong = null;
  }

  /** Notes a value that the form does not know. */
  void wrong(String name) {
    if (wrong == null) {
      wrong = name;
    }
  }

  /** What the record is. */
  LogRecord toRecord(Position position) {
    if (version != RecordField.VERSION) {
      return unknown(
          position,
          RecordField.BANWATCH,
          "not version " + RecordField.VERSION + " of Banwatch's own form; update Banwatch");
    }
    String at = wrong == null ? missing() : wrong;
    if (at != null) {
      return unknown(position, at, "not as Banwatch writes it; was the line changed?");
    }
    if (rejected != null) {
      return LogRecord.rejected(new Rejection(position, rejected, field, detail));
    }
    return skipped == null
        ? LogRecord.of(position, event(), dropped, host)
        : LogRecord.skipped(position, skipped);
  }

  private String missing() {
    if (rejected != null || skipped != null) {
      return null;
    }
    if (startMillis == EpochMillis.NONE || !RequestFields.isPossible(startMillis)) {
      return RecordField.START_TIME;
    }
    if (endMillis < startMillis || !RequestFields.isPossible(endMillis)) {
      return RecordField.END_TIME;
    }
    if (inputTokens < cacheReadTokens + cacheWriteTokens) {
      return RecordField.INPUT_TOKENS;
    }
    if (key == null) {
      return RecordField.KEY;
    }
    if (vendor == null) {
      return RecordField.VENDOR;
    }
    if (answer == null) {
      return RecordField.ANSWER;
    }
    return answeredBy == null ? RecordField.ANSWERED_BY : null;
  }

  private UsageEvent event() {
    long uncached = inputTokens - cacheReadTokens - cacheWriteTokens;
    return new UsageEvent(
        identities.of(key, vendor),
        requestHash,
        startMillis,
        endMillis,
        key,
        keyAlias,
        team,
        user,
        vendor,
        organization,
        deployment,
        model,
        new Tokens(uncached, cacheReadTokens, cacheWriteTokens, outputTokens),
        costUsd,
        answer,
        answeredBy,
        client,
        credential,
        address,
        false);
  }

  private static LogRecord unknown(Position position, String field, String detail) {
    return LogRecord.rejected(new Rejection(position, Reason.UNKNOWN_FORMAT, field, detail));
  }
}
