package io.banwatch.gateway;

import static io.banwatch.gateway.Payloads.failure;
import static io.banwatch.gateway.Payloads.success;
import static io.banwatch.gateway.Payloads.with;
import static io.banwatch.gateway.Payloads.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.usage.Credential;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteLlmRecordTest {
  private final UsageDecoder decoder = Decoders.decoder(Samples.SETTINGS);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          anthropic,              anthropic/claude-x,        anthropic, claude-x
          text-completion-openai, text-completion-openai/g,  openai,    g
          vertex_ai,              vertex_ai/gemini-3,        google,    gemini-3
          gemini,                 gemini/gemini-3,           google,    gemini-3
          azure_ai,               azure_ai/gpt-4o,           azure,     gpt-4o
          bedrock,                bedrock/us.anthropic.x,    bedrock,   us.anthropic.x
          Mistral,                mistral/large,             mistral,   large
          openrouter,             anthropic/claude-x,        openrouter, anthropic/claude-x
          """)
  void vendorAndModelAreNormalised(String provider, String model, String vendor, String bare) {
    String first = with(success(), "/custom_llm_provider", '"' + provider + '"');
    UsageEvent event = event(with(Payloads.parse(first), "/model", '"' + model + '"'));

    assertThat(event.vendor()).isEqualTo(vendor);
    assertThat(event.model()).isEqualTo(bare);
  }

  @Test
  void aRawKeyBecomesItsHash() {
    String key = "sk-ant-api03-AbCdEf0123456789";
    UsageEvent event = event(with(success(), "/metadata/user_api_key_hash", '"' + key + '"'));

    assertThat(event.key()).isEqualTo(DigestUtils.sha256Hex(key));
    assertThat(event.identity()).isEqualTo(Hash64.ofKey(event.key(), "anthropic"));
  }

  @Test
  void aMailAddressDoesNotLeave() {
    UsageEvent event =
        event(with(success(), "/metadata/user_api_key_user_id", "\"jane.doe@example.com\""));

    assertThat(event.user())
        .isEqualTo("user-" + DigestUtils.sha256Hex("jane.doe@example.com").substring(0, 8));
  }

  @ParameterizedTest
  @CsvSource({"true, SUBSCRIPTION", "false, API_KEY", "null, UNKNOWN", "\"true\", UNKNOWN"})
  void theCredentialIsKnownByTheClientsToken(String json, Credential expected) {
    assertThat(event(with(success(), "/metadata/used_client_oauth_token", json)).credential())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user_0a1b_account_11111111-2222-3333-4444-555555555555_session_9",
        "{'device_id':'0a1b','account_uuid':'11111111-2222-3333-4444-555555555555'}",
        "enduser-1"
      })
  void whoseSubscriptionTokenItIsOnlyTheEndUserTells(String sent) {
    String claudeCode = sent.replace('\'', '"');
    String named = with(success(), "/end_user", '"' + claudeCode.replace("\"", "\\\"") + '"');
    String token = with(Payloads.parse(named), "/metadata/used_client_oauth_token", "true");

    assertThat(event(named).user()).isEqualTo("user-b2");
    assertThat(event(token).user()).isEqualTo(claudeCode);
  }

  @Test
  void theEndUserIsFoundInTheMetadataTooAndItsSecretsAreHashed() {
    String token = with(success(), "/metadata/used_client_oauth_token", "true");
    String place = "/metadata/user_api_key_end_user_id";
    String named = with(Payloads.parse(token), place, "\"jane.doe@example.com\"");

    assertThat(event(token).user()).isEqualTo("user-b2");
    assertThat(event(named).user())
        .isEqualTo("user-" + DigestUtils.sha256Hex("jane.doe@example.com").substring(0, 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"llm_provider-", ""})
  void theVendorsSubscriptionLimitsProveASubscription(String prefix) {
    String header = prefix + "anthropic-ratelimit-unified-5h-utilization";
    String headers = "{\"" + header + "\":\"0.4\"}";

    assertThat(event(with(success(), "/hidden_params/additional_headers", headers)).credential())
        .isEqualTo(Credential.SUBSCRIPTION);
  }

  @Test
  void anAnswerFromTheGatewaysCacheIsTheGateways() {
    UsageEvent event = event(with(success(), "/cache_hit", "true"));

    assertThat(event.answerClass()).isEqualTo(AnswerClass.OK);
    assertThat(event.answeredBy()).isEqualTo(AnsweredBy.GATEWAY);
  }

  @Test
  void theVendorsHeadersProveThatItAnswered() {
    UsageEvent event = event(with(failure(), "/api_base", "\"\""));

    assertThat(event.answerClass()).isEqualTo(AnswerClass.DISABLED);
    assertThat(event.answeredBy()).isEqualTo(AnsweredBy.VENDOR);
  }

  @Test
  void anErrorIsFoundWhereOlderRecordsHaveIt() {
    String older = without(failure(), "/error_information");
    String text = "\"litellm.BadRequestError: This organization has been disabled.\"";

    assertThat(event(with(Payloads.parse(older), "/error_str", text)).answerClass())
        .isEqualTo(AnswerClass.DISABLED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aretrieve_batch",
        "afile_list",
        "call_mcp_tool",
        "avector_store_search",
        "aget_responses"
      })
  void whatNoModelAnswersDoesNotCount(String type) {
    assertThat(record(with(success(), "/call_type", '"' + type + '"')).skip())
        .isEqualTo(Skip.NOT_A_MODEL_CALL);
  }

  @Test
  void aCallOfUnknownTypeCountsWhenItNamesAModel() {
    String unheardOf = with(success(), "/call_type", "\"adream\"");

    assertThat(record(unheardOf).event()).isNotNull();
    assertThat(record(with(Payloads.parse(unheardOf), "/model", "null")).skip())
        .isEqualTo(Skip.NOT_A_MODEL_CALL);
  }

  @Test
  void theSameRecordHasTheSameRequestHashAndARetryAnother() {
    UsageEvent event = event(success().toString());
    UsageEvent again = event(success().toPrettyString());
    UsageEvent retry = event(with(success(), "/startTime", "1795251105.1"));
    UsageEvent other = event(with(success(), "/litellm_call_id", "\"another\""));

    assertThat(again).isEqualTo(event);
    assertThat(event.requestHash()).isNotZero();
    assertThat(retry.requestHash()).isNotEqualTo(event.requestHash());
    assertThat(other.requestHash()).isNotEqualTo(event.requestHash());
  }

  @Test
  void aRecordWithoutIdsIsKnownByItsBytes() {
    String bare = without(Payloads.parse(without(success(), "/id")), "/litellm_call_id");
    String changed = with(Payloads.parse(bare), "/response_cost", "0.5");

    assertThat(event(bare).requestHash()).isEqualTo(event(bare).requestHash()).isNotZero();
    assertThat(event(changed).requestHash()).isNotEqualTo(event(bare).requestHash());
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    String name = "\"" + "x".repeat(199) + "\uD83D\uDE00".repeat(50) + "\"";
    LogRecord record = record(with(success(), "/metadata/user_api_key_alias", name));

    assertThat(record.event().keyAlias()).isEqualTo("x".repeat(199));
    assertThat(Samples.dropped(record)).isEqualTo("[text-cut]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "198.51.100.7, 203.0.113.5, 10.1.0.4" | 203.0.113.5 | []
          "10.1.0.4"                            | 10.1.0.4    | []
          "unknown"                             |             | [address]
          "198.51.100.300"                      |             | [address]
          null                                  |             | []
          ""                                    |             | []
          """)
  void theAddressIsTheLastThatAForeignHopGave(String json, String expected, String dropped) {
    String value = with(success(), "/requester_ip_address", json);
    LogRecord record = record(without(Payloads.parse(value), "/metadata/requester_ip_address"));

    assertThat(record.event().address()).isEqualTo(expected);
    assertThat(Samples.dropped(record)).isEqualTo(dropped);
  }

  @Test
  void theApplicationLogIsRecognised() {
    String line =
        "{\"message\":\"POST /v1/messages 200\",\"level\":\"INFO\",\"timestamp\":\"2026-11-21T08:00:00\"}";

    assertThat(record(line).rejection().reason()).isEqualTo(Reason.APPLICATION_LOG);
    assertThat(record(line).rejection().detail())
        .contains("json_logs")
        .contains("litellm_settings.callbacks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                     | of no known format
          {"a":1,"b":{"call_type":"x","hidden_params":{}}}       | of no known format
          {"resourceSpans":[]}                                   | OpenTelemetry
          {"started_at":1,"latencies":{}}                        | Kong
          {"gen_ai.request.model":"m","start_time":"x"}          | --format envoy-ai-gateway
          {"msec":1,"upstream_status":"200"}                     | --format nginx
          """)
  void whatIsNotReadIsSaid(String json, String detail) {
    assertThat(record(json).rejection().reason()).isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(record(json).rejection().detail()).contains(detail);
  }

  @Test
  void aSlimRecordIsEnough() {
    UsageEvent event =
        event(
            "{\"call_type\":\"acompletion\",\"startTime\":1795251105.2,\"endTime\":1795251106.2,"
                + "\"metadata\":{\"user_api_key_hash\":\"k\"},\"custom_llm_provider\":\"openai\"}");

    assertThat(event.vendor()).isEqualTo("openai");
    assertThat(event.answerClass()).isEqualTo(AnswerClass.OK);
    assertThat(event.answeredBy()).isEqualTo(AnsweredBy.VENDOR);
  }

  private LogRecord record(String json) {
    return Samples.record(decoder, json);
  }

  private UsageEvent event(String json) {
    return Samples.event(decoder, json);
  }
}
