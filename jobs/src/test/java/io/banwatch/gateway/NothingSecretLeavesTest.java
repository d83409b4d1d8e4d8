package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.UsageEvent;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingSecretLeavesTest {
  private static final String CANARY = "CANARY";

  /** The fields whose text may leave; every other one is marked. */
  private static final List<String> KEPT =
      List.of(
          "/call_type",
          "/status",
          "/custom_llm_provider",
          "/model",
          "/model_id",
          "/api_base",
          "/requester_ip_address",
          "/user_agent",
          "/metadata/user_api_key_hash",
          "/metadata/user_api_key_alias",
          "/metadata/user_api_key_team_alias",
          "/metadata/user_api_key_user_id",
          "/end_user",
          "/metadata/user_api_key_end_user_id",
          "/hidden_params/model_id",
          "/hidden_params/additional_headers/anthropic-organization-id",
          "/hidden_params/additional_headers/llm_provider-anthropic-organization-id",
          "/hidden_params/additional_headers/llm_provider-openai-organization",
          "/hidden_params/additional_headers/openai-organization",
          "/error_information/error_code");

  /** Credentials as they may stand in a field that is kept. */
  private static final List<String> CREDENTIALS =
      List.of(
          "sk-ant-api03-CANARYcanary0123456789",
          "sk-ant-oat01-CANARYcanary0123456789",
          "sk-proj-CANARY_canary-0123456789",
          "sk-CANARY0123",
          "AIzaCANARYcanary0123456789abcdef",
          "ya29.CANARYcanary0123456789",
          "AKIACANARY0123456789",
          "eyJCANARYcanary.eyJCANARYcanary.CANARYcanary",
          "Bearer CANARYcanary0123456789",
          "basic CANARYcanary0123456789==",
          "CANARY@example.com");

  private final UsageDecoder decoder = Decoders.decoder(Samples.SETTINGS);

  @ParameterizedTest
  @ValueSource(strings = {"slp-1.106.2.jsonl", "slp-1.81.9.jsonl"})
  void noFieldThatIsNotKeptLeavesATrace(String sample) {
    for (String line : Samples.lines(sample)) {
      ObjectNode record = Payloads.parse(line);
      String marked = Payloads.marked(record, "", CANARY, KEPT).toString();

      assertThat(marked).contains(CANARY + "/error_information/traceback");
      assertNoTrace(Samples.decode(decoder, marked));
    }
  }

  @Test
  void theMarkIsSeenWhereItMayBe() {
    String marked = Payloads.with(Payloads.success(), "/user_agent", '"' + CANARY + '"');

    assertThat(Samples.event(decoder, marked).toString()).contains(CANARY);
  }

  @Test
  void noCredentialLeavesThroughAFieldThatIsKept() {
    for (String credential : CREDENTIALS) {
      for (String field : KEPT) {
        for (ObjectNode record : List.of(Payloads.success(), Payloads.failure())) {
          if (record.at(field).isMissingNode()) {
            continue;
          }
          assertNoTrace(decode(Payloads.with(record, field, '"' + credential + '"')));
          assertNoTrace(decode(Payloads.with(record, field, "\"say " + credential + " twice\"")));
        }
      }
    }
  }

  @Test
  void noRejectionQuotesTheValue() {
    String broken = "{\"messages\":[{\"content\":CANARY}]}";
    String name = "{\"CANARY\" \"CANARY\"}";
    String time =
        Payloads.with(
            Payloads.parse(Payloads.without(Payloads.success(), "/endTime")),
            "/startTime",
            "\"CANARY\"");

    for (String value : List.of(broken, name, time, "CANARY", "[CANARY", "\"CANARY")) {
      List<LogRecord> records = decode(value);
      assertThat(records).isNotEmpty().allMatch(record -> record.rejection() != null);
      assertNoTrace(records);
    }
  }

  @Test
  void aPromptOfTenMegabytesIsNeverDecoded() {
    byte[] record = withLongPrompt(10_000_000);
    UsageEvent event = decodeOnce(record);

    long before = allocatedBytes();
    UsageEvent again = decodeOnce(record);
    long allocated = allocatedBytes() - before;

    assertThat(again).isEqualTo(event);
    assertThat(allocated).isLessThan(1_000_000);
  }

  @Test
  void aNameOfTenMegabytesIsReadInPart() {
    String name = '"' + "n".repeat(10_000_000) + '"';
    byte[] record =
        Payloads.with(Payloads.success(), "/metadata/user_api_key_alias", name)
            .getBytes(StandardCharsets.UTF_8);
    decodeOnce(record);

    long before = allocatedBytes();
    UsageEvent event = decodeOnce(record);

    assertThat(event.keyAlias()).isEqualTo("n".repeat(200));
    assertThat(allocatedBytes() - before).isLessThan(1_000_000);
  }

  private UsageEvent decodeOnce(byte[] record) {
    List<LogRecord> records = new ArrayList<>(1);
    decoder.decode(record, 0, record.length, new Position("-", 0, record.length, -1), records::add);
    return records.get(0).event();
  }

  private static byte[] withLongPrompt(int length) {
    String prompt = '"' + "a\\u00e9\\\"".repeat(length / 9) + '"';
    return Payloads.success()
        .toString()
        .replace("\"secret prompt text\"", prompt)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static long allocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private List<LogRecord> decode(String value) {
    return Samples.decode(decoder, value);
  }

  private static void assertNoTrace(List<LogRecord> records) {
    assertThat(records.toString().toLowerCase(Locale.ROOT)).doesNotContain("canary");
  }
}
