package io.banwatch.gateway;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.Skip;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.Answer;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;

/** What was found in one record of Banwatch's own form, and what it means. */
final class RecordFields extends DecodedFields {
  long version;
  long inputTokens;
  long cacheReadTokens;
  long cacheWriteTokens;
  long outputTokens;
  double costUsd;
  AnswerClass answer;
  AnsweredBy answeredBy;
  String address;
  int dropped;
  Reason rejected;
  Skip skipped;
  String field;
  String detail;

  /** The first field with a value that the form does not know, or null. */
  String wrong;

  @Override
  void reset() {
    super.reset();
    version = JsonCursor.ABSENT;
    inputTokens = 0;
    cacheReadTokens = 0;
    cacheWriteTokens = 0;
    outputTokens = 0;
    costUsd = 0;
    answer = null;
    answeredBy = null;
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
    return event(
        startMillis,
        endMillis,
        new Tokens(uncached, cacheReadTokens, cacheWriteTokens, outputTokens),
        costUsd,
        Answer.of(answer, answeredBy),
        address);
  }

  private static LogRecord unknown(Position position, String field, String detail) {
    return LogRecord.rejected(new Rejection(position, Reason.UNKNOWN_FORMAT, field, detail));
  }
}
