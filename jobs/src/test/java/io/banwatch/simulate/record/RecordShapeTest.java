package io.banwatch.simulate.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.banwatch.simulate.traffic.Failure;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Client;
import io.banwatch.simulate.world.Seeds;
import io.banwatch.simulate.world.Vendor;
import io.banwatch.simulate.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordShapeTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final World WORLD = World.of(9, 12);

  @ParameterizedTest(name = "{1} stream={2} {3}")
  @MethodSource("shapes")
  void aFullRecordHasTheFieldsAndTypesOfTheGateways(
      int sample, Vendor vendor, boolean stream, Failure failure) throws IOException {
    JsonNode expected = JSON.readTree(samples().get(sample));
    JsonNode written = JSON.readTree(write(RecordFormat.full(), request(vendor, stream, failure)));
    assertThat(types(written)).isEqualTo(types(expected));
    assertThat(fields(written)).isEqualTo(fields(expected));
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(0, Vendor.OPENAI, false, null),
        Arguments.of(1, Vendor.OPENAI, true, null),
        Arguments.of(2, Vendor.ANTHROPIC, false, null),
        Arguments.of(3, Vendor.ANTHROPIC, true, null),
        Arguments.of(4, Vendor.ANTHROPIC, false, Failure.ACCOUNT_DISABLED),
        Arguments.of(5, Vendor.ANTHROPIC, true, Failure.RATE_LIMITED),
        Arguments.of(6, Vendor.OPENAI, true, Failure.RATE_LIMITED),
        Arguments.of(7, Vendor.OPENAI, false, Failure.UNKNOWN_MODEL));
  }

  @Test
  void aShapeThatLacksAFieldIsNoticed() throws IOException {
    JsonNode whole = JSON.readTree(samples().get(0));
    JsonNode streamed =
        JSON.readTree(write(RecordFormat.full(), request(Vendor.OPENAI, true, null)));
    assertThat(types(streamed)).isNotEqualTo(types(whole));
  }

  @Test
  void recordsHaveTrueSize() throws IOException {
    for (Request request : everyShape()) {
      assertThat(write(RecordFormat.full(), request).length())
          .as(request.key.vendor() + " " + request.stream + " " + request.failure)
          .isBetween(4_000, 6_656);
      assertThat(write(RecordFormat.slim(), request).length())
          .as(request.key.vendor() + " " + request.stream + " " + request.failure)
          .isLessThan(1_024);
    }
  }

  @Test
  void everyShapeIsValidJsonOnOneLine() throws IOException {
    for (Request request : everyShape()) {
      for (RecordFormat format : List.of(RecordFormat.full(), RecordFormat.slim())) {
        String record = write(format, request);
        assertThat(record.indexOf('\n')).isEqualTo(record.length() - 1);
        assertThat(JSON.readTree(record).get("call_type").textValue()).isNotEmpty();
      }
    }
  }

  @Test
  void answersSayWhatIsLeftOfTheMinutesLimits() throws IOException {
    RecordFormat format = RecordFormat.slimWithLimits();
    Request request = request(Vendor.OPENAI, false, null);
    write(format, request);
    JsonNode headers =
        JSON.readTree(write(format, request)).at("/hidden_params/additional_headers");
    long tokens = request.promptTokens() - request.cacheRead + request.output;
    assertThat(headers.get("x_ratelimit_limit_requests").longValue()).isEqualTo(4_000);
    assertThat(headers.get("x_ratelimit_remaining_requests").longValue()).isEqualTo(3_998);
    assertThat(headers.get("x_ratelimit_limit_tokens").longValue()).isEqualTo(4_800_000);
    assertThat(headers.get("x_ratelimit_remaining_tokens").longValue())
        .isEqualTo(4_800_000 - 2 * tokens);
    Request later = request.again(request.start + Time.MINUTE, new Seeds(1).stream("record", 1));
    headers = JSON.readTree(write(format, later)).at("/hidden_params/additional_headers");
    assertThat(headers.get("x_ratelimit_remaining_requests").longValue()).isEqualTo(3_999);
  }

  @Test
  void promptsAndCompletionsCarryTheCanaryAndSlimRecordsHaveNeither() throws IOException {
    for (Request request : everyShape()) {
      JsonNode full = JSON.readTree(write(RecordFormat.full(), request));
      assertThat(full.at("/messages/0/content").textValue()).contains(Placeholder.CANARY);
      if (request.failure == null) {
        assertThat(full.at("/response/choices/0/message/content").textValue())
            .contains(Placeholder.CANARY);
      }
      assertThat(write(RecordFormat.slim(), request)).doesNotContain(Placeholder.CANARY);
    }
  }

  @Test
  void aDisabledAccountIsA400WithTheVendorsWords() throws IOException {
    Request request = request(Vendor.ANTHROPIC, false, Failure.ACCOUNT_DISABLED);
    JsonNode error = JSON.readTree(write(RecordFormat.slim(), request)).get("error_information");
    assertThat(error.get("error_code").textValue()).isEqualTo("400");
    assertThat(error.get("error_class").textValue()).isEqualTo("BadRequestError");
    assertThat(error.get("error_message").textValue())
        .contains("This organization has been disabled.");
  }

  @Test
  void inputIncludesWhatTheCacheServedAndTook() throws IOException {
    Request request = request(Vendor.ANTHROPIC, true, null);
    request.tokens(25, 2_000, 100, 12);
    JsonNode full = JSON.readTree(write(RecordFormat.full(), request));
    assertThat(full.get("prompt_tokens").intValue()).isEqualTo(2_125);
    assertThat(full.at("/metadata/usage_object/cache_read_input_tokens").intValue())
        .isEqualTo(2_000);
    assertThat(full.at("/metadata/usage_object/cache_creation_input_tokens").intValue())
        .isEqualTo(100);
    assertThat(full.at("/metadata/usage_object/prompt_tokens_details/text_tokens").intValue())
        .isEqualTo(25);
  }

  @Test
  void aSubscriptionPaysFromItsOwnOrganisation() throws IOException {
    Request request = request(Vendor.ANTHROPIC, false, null);
    request.subscription = "5f0c1d2e-0000-4000-a000-000000000001";
    JsonNode full = JSON.readTree(write(RecordFormat.full(), request));
    assertThat(full.at("/metadata/used_client_oauth_token").booleanValue()).isTrue();
    assertThat(
            full.at("/hidden_params/additional_headers/llm_provider-anthropic-organization-id")
                .textValue())
        .isEqualTo(request.subscription);
  }

  private static List<Request> everyShape() {
    List<Request> requests = new ArrayList<>();
    for (Vendor vendor : Vendor.values()) {
      for (boolean stream : List.of(false, true)) {
        requests.add(request(vendor, stream, null));
        for (Failure failure : EnumSet.allOf(Failure.class)) {
          requests.add(request(vendor, stream, failure));
        }
      }
    }
    return requests;
  }

  /** A request with all that makes a record long. */
  private static Request request(Vendor vendor, boolean stream, Failure failure) {
    ApiKey key =
        WORLD.keys().stream()
            .filter(candidate -> candidate.vendor() == vendor && candidate.proxied())
            .findFirst()
            .orElseThrow();
    Request request = new Request(key, 1_795_251_103_944_643L, new Seeds(1).stream("record", 0));
    request.model = vendor.models().get(0);
    request.client = vendor == Vendor.OPENAI ? Client.CODEX : Client.ANTHROPIC_PYTHON;
    request.user = "svc-checkout-helper-2";
    request.address = "2001:ee0:42a1:bdfe:1c3f:9d22:7d41:e0f1";
    request.tokens(123_456, 150_000, 12_345, 32_000);
    request.secondsToFirstToken = 0.8;
    request.secondsPerToken = 0.014;
    request.stream = stream;
    request.failure = failure;
    request.settle();
    return request;
  }

  private static String write(RecordFormat format, Request request) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(format.write(request, out)).isEqualTo(out.size());
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> samples() throws IOException {
    String name = "/io/banwatch/simulate/slp-1.106.2-shapes.jsonl";
    try (InputStream stream = RecordShapeTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static List<String> fields(JsonNode record) {
    List<String> names = new ArrayList<>();
    record.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Every path of a record with the type of what stands there. */
  private static Set<String> types(JsonNode record) {
    Set<String> types = new TreeSet<>();
    describe("", record, types);
    return types;
  }

  private static void describe(String path, JsonNode node, Set<String> types) {
    types.add(path + " " + node.getNodeType() + (node.isIntegralNumber() ? " whole" : ""));
    node.properties()
        .forEach(field -> describe(path + "/" + field.getKey(), field.getValue(), types));
    if (node.isArray()) {
      node.forEach(element -> describe(path + "[]", element, types));
    }
  }
}
