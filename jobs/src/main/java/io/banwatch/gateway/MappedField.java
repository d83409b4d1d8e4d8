package io.banwatch.gateway;

import static io.banwatch.gateway.MappingOption.CONSTANT;
import static io.banwatch.gateway.MappingOption.INCLUDES_CACHE;
import static io.banwatch.gateway.MappingOption.IS;
import static io.banwatch.gateway.MappingOption.KEEP_OTHERS;
import static io.banwatch.gateway.MappingOption.MATCH;
import static io.banwatch.gateway.MappingOption.POINTER;
import static io.banwatch.gateway.MappingOption.SUCCESS;
import static io.banwatch.gateway.MappingOption.UNIT;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a mapping can find in a record, by the name in a mapping file. */
enum MappedField {
  TIME("time", POINTER, UNIT, IS),
  DURATION("duration", POINTER, UNIT),
  REQUEST("request", POINTER),
  KEY("key", POINTER, CONSTANT),
  KEY_ALIAS("keyAlias", POINTER, CONSTANT),
  TEAM("team", POINTER, CONSTANT),
  USER("user", POINTER, CONSTANT),
  VENDOR("vendor", POINTER, CONSTANT, MATCH, KEEP_OTHERS),
  ORGANIZATION("organization", POINTER, CONSTANT),
  DEPLOYMENT("deployment", POINTER, CONSTANT),
  HOST("host", POINTER, CONSTANT),
  MODEL("model", POINTER, CONSTANT),
  INPUT_TOKENS("inputTokens", POINTER, INCLUDES_CACHE),
  OUTPUT_TOKENS("outputTokens", POINTER),
  CACHE_READ_TOKENS("cacheReadTokens", POINTER),
  CACHE_WRITE_TOKENS("cacheWriteTokens", POINTER),
  COST("cost", POINTER),
  REQUESTS_ALLOWED("requestsAllowed", POINTER),
  REQUESTS_REMAINING("requestsRemaining", POINTER),
  TOKENS_ALLOWED("tokensAllowed", POINTER),
  TOKENS_REMAINING("tokensRemaining", POINTER),
  STATUS("status", POINTER, SUCCESS),
  ERROR_CODE("errorCode", POINTER),
  ERROR_TEXT("errorText", POINTER),
  STOP_REASON("stopReason", POINTER),
  REACHED_VENDOR("reachedVendor", POINTER, MATCH),
  MODEL_CALL("modelCall", POINTER, MATCH),
  SUBSCRIPTION("subscription", POINTER, MATCH),
  CLIENT("client", POINTER, CONSTANT),
  FORWARDED_FOR("forwardedFor", POINTER),
  PEER("peer", POINTER);

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<MappingOption> options;

  MappedField(String word, MappingOption first, MappingOption... others) {
    this.word = word;
    this.options = Collections.unmodifiableSet(EnumSet.of(first, others));
  }

  /** The name in a mapping file. */
  String word() {
    return word;
  }

  /** What may be said of this field. */
  Set<MappingOption> options() {
    return options;
  }

  /** Whether the field's text is kept; other values only serve to read the record. */
  boolean isKept() {
    return switch (this) {
      case KEY,
          KEY_ALIAS,
          TEAM,
          USER,
          VENDOR,
          ORGANIZATION,
          DEPLOYMENT,
          MODEL,
          ERROR_CODE,
          STOP_REASON,
          CLIENT ->
          true;
      case TIME,
          DURATION,
          REQUEST,
          HOST,
          INPUT_TOKENS,
          OUTPUT_TOKENS,
          CACHE_READ_TOKENS,
          CACHE_WRITE_TOKENS,
          COST,
          REQUESTS_ALLOWED,
          REQUESTS_REMAINING,
          TOKENS_ALLOWED,
          TOKENS_REMAINING,
          STATUS,
          ERROR_TEXT,
          REACHED_VENDOR,
          MODEL_CALL,
          SUBSCRIPTION,
          FORWARDED_FOR,
          PEER ->
          false;
    };
  }

  /** Whether the field is a question that a record answers with yes or no. */
  boolean isCondition() {
    return this == REACHED_VENDOR || this == MODEL_CALL || this == SUBSCRIPTION;
  }
}
