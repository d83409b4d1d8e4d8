package io.banwatch.gateway;

/**
 * The names in Banwatch's own form of a record, OpenTelemetry's where it has a word with the same
 * meaning. Stable: {@code docs/schemas/usage.schema.json} describes them.
 */
final class RecordField {
  /** The version of the form that is written. */
  static final int VERSION = 1;

  static final String BANWATCH = "banwatch";
  static final String REQUEST_HASH = "request_hash";
  static final String START_TIME = "start_time";
  static final String END_TIME = "end_time";
  static final String KEY = "key";
  static final String KEY_ALIAS = "key_alias";
  static final String TEAM = "team";
  static final String USER = "user";
  static final String VENDOR = "vendor";
  static final String ORGANIZATION = "organization";
  static final String DEPLOYMENT = "deployment";
  static final String HOST = "server.address";
  static final String MODEL = "gen_ai.request.model";
  static final String INPUT_TOKENS = "gen_ai.usage.input_tokens";
  static final String CACHE_READ_TOKENS = "gen_ai.usage.cache_read.input_tokens";
  static final String CACHE_WRITE_TOKENS = "gen_ai.usage.cache_write.input_tokens";
  static final String OUTPUT_TOKENS = "gen_ai.usage.output_tokens";
  static final String COST = "cost_usd";
  static final String ANSWER = "answer";
  static final String ANSWERED_BY = "answered_by";
  static final String CLIENT = "user_agent.original";
  static final String CREDENTIAL = "credential";
  static final String REQUESTS_ALLOWED = "rate_limit.requests.limit";
  static final String REQUESTS_REMAINING = "rate_limit.requests.remaining";
  static final String TOKENS_ALLOWED = "rate_limit.tokens.limit";
  static final String TOKENS_REMAINING = "rate_limit.tokens.remaining";
  static final String ADDRESS = "client.address";
  static final String DROPPED = "dropped";
  static final String REJECTED = "rejected";
  static final String SKIPPED = "skipped";
  static final String FIELD = "field";
  static final String DETAIL = "detail";
  static final String BYTES = "bytes";

  private RecordField() {}
}
