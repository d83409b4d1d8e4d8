package io.banwatch.gateway;

import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.Answer;
import io.banwatch.vendor.Outcome;
import java.time.Instant;

/**
 * What a decoder found in one record, in any gateway's format, before it becomes an event. Filled
 * anew for each record; holds no secret, since all texts come through {@link KeptText}, but for the
 * error's text, which only lives until the answer is classified.
 */
final class RequestFields extends DecodedFields {
  /** The first model API that Banwatch knows of is younger. */
  private static final long EARLIEST = Instant.parse("2015-01-01T00:00:00Z").toEpochMilli();

  private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  /** No single request costs more, in US dollars; a larger amount is a broken field. */
  static final double MOST_COST = 100_000;

  String timeField;
  long inputTokens;
  long outputTokens;
  long cacheReadTokens;
  long cacheWriteTokens;
  boolean inputIncludesCache;
  double costUsd;
  boolean succeeded;
  int httpStatus;
  String errorCode;
  String errorText;
  String stopReason;
  Boolean reachedVendor;
  ClientAddress address;
  private int dropped;

  @Override
  void reset() {
    super.reset();
    timeField = null;
    inputTokens = JsonCursor.ABSENT;
    outputTokens = JsonCursor.ABSENT;
    cacheReadTokens = JsonCursor.ABSENT;
    cacheWriteTokens = JsonCursor.ABSENT;
    inputIncludesCache = true;
    costUsd = Double.NaN;
    succeeded = false;
    httpStatus = 0;
    errorCode = null;
    errorText = null;
    stopReason = null;
    reachedVendor = null;
    address = ClientAddress.NONE;
    dropped = 0;
  }

  /** The text's value, noting when it was cut; null for none. */
  String kept(KeptText text) {
    if (text == null) {
      return null;
    }
    if (text.cut()) {
      drop(DroppedField.TEXT_CUT);
    }
    return text.value();
  }

  /** Notes that a field was absurd and left out. */
  void drop(DroppedField field) {
    dropped |= field.bit();
  }

  /** The record that these fields make: an event, or a rejection when they have no usable time. */
  LogRecord toRecord(Position position, VendorAnswers classifier) {
    long start = startMillis == EpochMillis.NONE ? endMillis : startMillis;
    if (start == EpochMillis.NONE) {
      String detail = "no time that can be read; epoch seconds or RFC 3339 is expected";
      return LogRecord.rejected(new Rejection(position, Reason.NO_TIME, timeField, detail));
    }
    if (!isPossible(start)) {
      String detail = "not between 2015 and 2100; seconds since 1970 are expected";
      return LogRecord.rejected(
          new Rejection(position, Reason.TIME_OUT_OF_RANGE, timeField, detail));
    }
    UsageEvent event = toEvent(start, endAfter(start), classifier);
    return LogRecord.of(position, event, dropped, host);
  }

  private UsageEvent toEvent(long start, long end, VendorAnswers classifier) {
    key = key == null ? UsageEvent.UNKNOWN : key;
    vendor = vendor == null ? UsageEvent.UNKNOWN : vendor;
    Answer answer =
        classifier.classify(
            vendor,
            new Outcome(succeeded, httpStatus, errorCode, errorText, stopReason, reachedVendor));
    if (address.unreadable()) {
      drop(DroppedField.ADDRESS);
    }
    if (hasAbsurdLimits()) {
      drop(DroppedField.RATE_LIMITS);
    }
    return event(start, end, tokens(), cost(), answer, address.text());
  }

  private boolean hasAbsurdLimits() {
    return requestsAllowed == JsonCursor.ABSURD
        || requestsRemaining == JsonCursor.ABSURD
        || tokensAllowed == JsonCursor.ABSURD
        || tokensRemaining == JsonCursor.ABSURD;
  }

  private long endAfter(long start) {
    if (endMillis != EpochMillis.NONE && endMillis >= start && isPossible(endMillis)) {
      return endMillis;
    }
    drop(DroppedField.END_TIME);
    return start;
  }

  /** Whether a usage log can hold this time, epoch milliseconds. */
  static boolean isPossible(long millis) {
    return millis >= EARLIEST && millis < LATEST;
  }

  private Tokens tokens() {
    long read = counted(cacheReadTokens);
    long write = counted(cacheWriteTokens);
    long input = counted(inputTokens);
    long uncached = inputIncludesCache ? Math.max(0, input - read - write) : input;
    return new Tokens(uncached, read, write, counted(outputTokens));
  }

  private long counted(long count) {
    if (count == JsonCursor.ABSURD) {
      drop(DroppedField.TOKENS);
    }
    return Math.max(0, count);
  }

  private double cost() {
    if (Double.isNaN(costUsd)) {
      return 0;
    }
    if (costUsd < 0 || costUsd > MOST_COST) {
      drop(DroppedField.COST);
      return 0;
    }
    return costUsd;
  }
}
