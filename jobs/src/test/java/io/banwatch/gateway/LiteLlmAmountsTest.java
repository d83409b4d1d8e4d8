package io.banwatch.gateway;

import static io.banwatch.gateway.Payloads.success;
import static io.banwatch.gateway.Payloads.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.RateLimits;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteLlmAmountsTest {
  private final UsageDecoder decoder = Decoders.decoder(Samples.SETTINGS);

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "1000000000000000", "1e15", "\"many\"", "[1]", "true", "1e999", "NaN"})
  void absurdTokensAreLeftOutAndSaid(String json) {
    String value =
        success().toString().replace("\"completion_tokens\":12,\"total", "\"x\":0,\"total");
    LogRecord record =
        record(value.replace("\"completion_tokens\":12", "\"completion_tokens\":" + json));

    assertThat(record.event().tokens()).isEqualTo(new Tokens(25, 2000, 100, 0));
    assertThat(Samples.dropped(record)).isEqualTo("[tokens]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "12.0", "\"12\"", "1.2e1"})
  void tokensAreReadInEveryShape(String json) {
    LogRecord record = record(with(success(), "/completion_tokens", json));

    assertThat(record.event().tokens().output()).isEqualTo(12);
    assertThat(Samples.dropped(record)).isEqualTo("[]");
  }

  @Test
  void cacheIsNeverMoreThanWhatItIsPartOf() {
    assertThat(event(with(success(), "/prompt_tokens", "30")).tokens())
        .isEqualTo(new Tokens(0, 2000, 100, 12));
  }

  @Test
  void cacheIsFoundWithoutAnthropicsOwnFields() {
    String usage =
        "{\"prompt_tokens_details\":{\"cached_tokens\":2000,\"cache_write_tokens\":100}}";

    assertThat(event(with(success(), "/metadata/usage_object", usage)).tokens())
        .isEqualTo(new Tokens(25, 2000, 100, 12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "1e300", "Infinity", "\"free\""})
  void anAbsurdCostIsLeftOutAndSaid(String json) {
    String value = success().toString();
    LogRecord record =
        record(value.replace("\"response_cost\":0.00123", "\"response_cost\":" + json));

    assertThat(record.event().costUsd()).isZero();
    assertThat(Samples.dropped(record)).isEqualTo("[cost]");
  }

  @Test
  void whatTheVendorSaidOfItsRateLimitsIsKept() {
    String headers =
        "{\"x_ratelimit_limit_requests\":4000,\"x_ratelimit_remaining_requests\":\"0\","
            + "\"x_ratelimit_remaining_tokens\":480000,\"x_ratelimit_reset_tokens\":\"6ms\"}";

    assertThat(event(with(success(), "/hidden_params/additional_headers", headers)).rateLimits())
        .isEqualTo(new RateLimits(4_000, 0, RateLimits.UNKNOWN, 480_000));
    assertThat(event(with(success(), "/hidden_params/additional_headers", "{}")).rateLimits())
        .isNull();
  }

  @Test
  void absurdRateLimitsAreLeftOutAndSaid() {
    String headers = "{\"x_ratelimit_limit_requests\":-7}";
    LogRecord record = record(with(success(), "/hidden_params/additional_headers", headers));

    assertThat(record.event().rateLimits()).isNull();
    assertThat(Samples.dropped(record)).isEqualTo("[rate-limits]");
  }

  private LogRecord record(String json) {
    return Samples.record(decoder, json);
  }

  private UsageEvent event(String json) {
    return Samples.event(decoder, json);
  }
}
