package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Failure;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.Account;
import io.banwatch.simulate.world.Vendor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The field {@code hidden_params.additional_headers}: the vendor's headers, on success with a
 * prefix and after the gateway's own four limits, on failure without; null on streamed {@code
 * /v1/messages} and when no vendor answered. What remains of the limits is drawn for each request:
 * keys do not know of each other here.
 */
final class Headers {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final int TOKENS_A_MINUTE =
      Account.INPUT_TOKENS_A_MINUTE + Account.OUTPUT_TOKENS_A_MINUTE;

  private long second = Long.MIN_VALUE;
  private String date;
  private String reset;

  void write(Request request, ErrorText error, JsonBuffer json) {
    boolean anthropic = request.key.vendor() == Vendor.ANTHROPIC;
    boolean silent = error == null ? anthropic && request.stream : !error.answered();
    if (silent) {
      json.raw("null");
      return;
    }
    clock(request.end / Time.SECOND);
    json.raw("{");
    if (anthropic) {
      anthropic(request, error != null, json);
    } else {
      openai(request, error != null, json);
    }
    json.raw("}");
  }

  private void clock(long now) {
    if (now != second) {
      second = now;
      date = DATE.format(Instant.ofEpochSecond(now));
      reset = Instant.ofEpochSecond(now + 1).toString();
    }
  }

  private void anthropic(Request request, boolean failed, JsonBuffer json) {
    String prefix = failed ? "\"" : "\"llm_provider-";
    long requests = Account.REQUESTS_A_MINUTE - 1 - (request.idLow & 0xFF);
    boolean limited = request.failure == Failure.RATE_LIMITED;
    long input = limited ? 0 : Account.INPUT_TOKENS_A_MINUTE - (request.idLow >>> 8 & 0xFFFFF);
    long output = Account.OUTPUT_TOKENS_A_MINUTE - (request.idLow >>> 28 & 0xFFFF);
    if (!failed) {
      limits(json, Account.REQUESTS_A_MINUTE, TOKENS_A_MINUTE, requests, input + output);
    }
    common(json, prefix, "application/json", failed ? 0 : 462 + 4 * request.output, failed);
    limit(json, prefix, "requests", Account.REQUESTS_A_MINUTE, requests);
    limit(json, prefix, "input-tokens", Account.INPUT_TOKENS_A_MINUTE, input);
    limit(json, prefix, "output-tokens", Account.OUTPUT_TOKENS_A_MINUTE, output);
    limit(json, prefix, "tokens", TOKENS_A_MINUTE, input + output);
    json.raw(prefix).raw("anthropic-organization-id\":");
    json.text(RecordFormat.organisation(request)).raw(",");
    json.raw(prefix).raw("request-id\":\"");
    Ids.vendorRequest(json, request);
    json.raw("\"");
    if (failed) {
      json.raw(limited ? ",\"retry-after\":\"12\"" : "").raw(",\"content-length\":\"154\"");
    }
  }

  private void limit(JsonBuffer json, String prefix, String name, long limit, long remaining) {
    json.raw(prefix).raw("anthropic-ratelimit-").raw(name).raw("-limit\":\"").number(limit);
    json.raw("\",");
    json.raw(prefix).raw("anthropic-ratelimit-").raw(name).raw("-remaining\":\"");
    json.number(remaining).raw("\",");
    json.raw(prefix).raw("anthropic-ratelimit-").raw(name).raw("-reset\":\"").raw(reset);
    json.raw("\",");
  }

  private void openai(Request request, boolean failed, JsonBuffer json) {
    String prefix = failed ? "\"" : "\"llm_provider-";
    long requests = Account.REQUESTS_A_MINUTE - 1 - (request.idLow & 0xFF);
    long tokens = TOKENS_A_MINUTE - (request.idLow >>> 8 & 0xFFFFF);
    boolean whole = !failed && !request.stream;
    limits(json, Account.REQUESTS_A_MINUTE, TOKENS_A_MINUTE, requests, tokens);
    if (!whole) {
      json.raw("\"x_ratelimit_reset_requests\":\"6ms\",\"x_ratelimit_reset_tokens\":\"0s\",");
    }
    String type = whole || failed ? "application/json" : "text/event-stream";
    common(json, prefix, type, failed ? 177 : 624 + 4 * request.output, false);
    if (!failed) {
      json.raw(prefix).raw("x-ratelimit-limit-requests\":\"").number(Account.REQUESTS_A_MINUTE);
      json.raw("\",").raw(prefix).raw("x-ratelimit-limit-tokens\":\"").number(TOKENS_A_MINUTE);
      json.raw("\",").raw(prefix).raw("x-ratelimit-remaining-requests\":\"").number(requests);
      json.raw("\",").raw(prefix).raw("x-ratelimit-remaining-tokens\":\"").number(tokens);
      json.raw("\",").raw(prefix).raw("x-ratelimit-reset-requests\":\"6ms\",");
      json.raw(prefix).raw("x-ratelimit-reset-tokens\":\"0s\",");
    }
    json.raw(prefix).raw("openai-organization\":").text(RecordFormat.organisation(request));
    json.raw(",").raw(prefix).raw("openai-processing-ms\":\"");
    json.number((request.end - request.start) / 1_000).raw("\",");
    json.raw(prefix).raw("openai-project\":").text(request.key.account().project());
    requestId(json, prefix, "x-request-id", request);
    if (whole) {
      requestId(json, prefix, "request-id", request);
    }
    if (!failed) {
      requestId(json, "\"", "request-id", request);
    }
    if (whole) {
      json.raw(",\"x-litellm-model-group\":").text(request.model.group());
      json.raw(",\"x-litellm-attempted-retries\":0,\"x-litellm-attempted-fallbacks\":0");
    }
  }

  private static void requestId(JsonBuffer json, String prefix, String name, Request request) {
    json.raw(",").raw(prefix).raw(name).raw("\":\"");
    Ids.vendorRequest(json, request);
    json.raw("\"");
  }

  private static void limits(
      JsonBuffer json, long requests, long tokens, long requestsLeft, long tokensLeft) {
    json.raw("\"x_ratelimit_limit_requests\":").number(requests);
    json.raw(",\"x_ratelimit_limit_tokens\":").number(tokens);
    json.raw(",\"x_ratelimit_remaining_requests\":").number(requestsLeft);
    json.raw(",\"x_ratelimit_remaining_tokens\":").number(tokensLeft).raw(",");
  }

  /** What both vendors' answers begin with; Anthropic's failures end with their length instead. */
  private void common(
      JsonBuffer json, String prefix, String type, long length, boolean lengthComesLast) {
    json.raw(prefix).raw("server\":\"cloudflare\",");
    json.raw(prefix).raw("date\":\"").raw(date).raw("\",");
    json.raw(prefix).raw("content-type\":\"").raw(type).raw("\",");
    if (!lengthComesLast) {
      json.raw(prefix).raw("content-length\":\"").number(length).raw("\",");
    }
  }
}
