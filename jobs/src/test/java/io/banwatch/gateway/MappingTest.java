package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.usage.Credential;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.RateLimits;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import io.banwatch.usage.Tokens;
import io.banwatch.usage.UsageEvent;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
  private static final String MAPPING =
      """
      time: {pointer: /at, unit: millis}
      duration: {pointer: /took, unit: millis}
      request: /id
      key: /caller/token
      team: {constant: everyone}
      vendor: {pointer: /upstream, match: {"eu-*": openai, "us-*": anthropic}}
      model: /models/*/name
      inputTokens: {pointer: /usage/in, includesCache: false}
      outputTokens: /usage/out
      cacheReadTokens: /usage/cached~1read
      status: {pointer: /state, success: [done, 200-299]}
      errorText: /error
      subscription: {pointer: /plan, match: [pro, "max*"]}
      forwardedFor: /hops
      """;

  private static final String RECORD =
      """
      {"at": 1795251105247, "took": 250, "id": 7, "caller": {"token": "sk-1234567890"},
       "upstream": "us-west", "models": [{"price": 1}, {"name": "claude-x"}],
       "usage": {"in": "25", "out": 12, "cached/read": 2000}, "state": "done",
       "error": "", "plan": "max20", "hops": "198.51.100.7, 10.0.0.1", "prompt": "CANARY"}
      """;

  @ParameterizedTest
  @CsvSource({"nginx, nginx-access.jsonl", "envoy-ai-gateway, envoy-access.jsonl"})
  void everyRecordOfASampleBecomesWhatTheTableSays(String format, String sample) {
    UsageDecoder decoder = Decoders.decoder(Decoders.settings(format, List.of("10.0.0.0/8"), 0));
    List<String> told = new ArrayList<>();
    for (String line : Samples.lines(sample)) {
      Samples.decode(decoder, line).forEach(record -> told.add(Samples.told(record)));
    }

    assertThat(String.join("\n", told)).isEqualTo(Samples.text(sample + ".expected.txt").strip());
  }

  @Test
  void aRecordOfAnyShapeIsRead() {
    LogRecord record = record(MAPPING, RECORD);
    UsageEvent event = record.event();

    assertThat(event.startMillis()).isEqualTo(1795251105247L);
    assertThat(event.endMillis()).isEqualTo(1795251105497L);
    assertThat(event.key()).isEqualTo(DigestUtils.sha256Hex("sk-1234567890"));
    assertThat(event.team()).isEqualTo("everyone");
    assertThat(event.vendor()).isEqualTo("anthropic");
    assertThat(event.model()).isEqualTo("claude-x");
    assertThat(event.tokens()).isEqualTo(new Tokens(25, 2000, 0, 12));
    assertThat(event.answerClass()).isEqualTo(AnswerClass.OK);
    assertThat(event.credential()).isEqualTo(Credential.SUBSCRIPTION);
    assertThat(event.address()).isEqualTo("198.51.100.7");
    assertThat(record.toString()).doesNotContain("CANARY");
    assertThat(Samples.dropped(record)).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "took": 250         | "took": -3             | [end-time]
          "took": 250         | "took": "long"         | [end-time]
          "out": 12           | "out": -1              | [tokens]
          "out": 12           | "out": 1e15            | [tokens]
          "out": 12           | "out": null            | []
          "hops": "198.51.100.7, 10.0.0.1" | "hops": "unknown" | [address]
          """)
  void aBadFieldIsLeftOutAndSaid(String good, String bad, String dropped) {
    assertThat(Samples.dropped(record(MAPPING, RECORD.replace(good, bad)))).isEqualTo(dropped);
  }

  @Test
  void rateLimitsAreReadWhereTheMappingSaysSo() {
    String limits = "requestsRemaining: /left/requests\ntokensAllowed: /allowed\n";
    String more = "{\"allowed\":\"200000\",\"left\":{\"requests\":0},";
    LogRecord record = record(MAPPING + limits, more + RECORD.strip().substring(1));

    assertThat(record.event().rateLimits())
        .isEqualTo(new RateLimits(RateLimits.UNKNOWN, 0, 200_000, RateLimits.UNKNOWN));
  }

  @Test
  void aRecordWithoutItsTimeIsRejectedWithThePointer() {
    LogRecord record = record(MAPPING, RECORD.replace("\"at\"", "\"atx\""));

    assertThat(record.rejection().reason()).isEqualTo(Reason.NO_TIME);
    assertThat(record.rejection().field()).isEqualTo("/at");
  }

  @Test
  void whatFailedIsClassifiedByItsText() {
    String failed =
        RECORD
            .replace("\"done\"", "400")
            .replace("\"error\": \"\"", "\"error\": \"This organization has been disabled.\"");

    assertThat(record(MAPPING, failed).event().answerClass()).isEqualTo(AnswerClass.DISABLED);
  }

  @Test
  void aStatusOfSeveralTriesCountsAsItsLast() {
    UsageDecoder nginx = Decoders.decoder(Decoders.settings("nginx", List.of(), 0));
    String line = Samples.lines("nginx-access.jsonl").get(0);

    UsageEvent retried =
        Samples.event(
            nginx, line.replace("\"upstream_status\":\"200\"", "\"upstream_status\":\"502, 200\""));
    UsageEvent refused =
        Samples.event(
            nginx,
            line.replace("\"upstream_status\":\"200\"", "\"upstream_status\":\"\"")
                .replace("\"status\":200", "\"status\":429"));

    assertThat(retried.answerClass()).isEqualTo(AnswerClass.OK);
    assertThat(refused.answerClass()).isEqualTo(AnswerClass.RATE_LIMITED);
    assertThat(refused.answeredBy()).isEqualTo(AnsweredBy.GATEWAY);
  }

  @Test
  void whatIsNoModelCallDoesNotCount() {
    UsageDecoder nginx = Decoders.decoder(Decoders.settings("nginx", List.of(), 0));
    String line = Samples.lines("nginx-access.jsonl").get(0);

    assertThat(Samples.record(nginx, line.replace("/v1/messages", "/healthz")).skip())
        .isEqualTo(Skip.NOT_A_MODEL_CALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timee: /at              | my.yaml:1:1: timee: found `timee`, expected a field of time,  | did you mean `time`?
          tema: /t                | my.yaml:1:1: tema: found `tema`                               | did you mean `team`?
          time: {pointr: /at}     | my.yaml:1:8: time.pointr: found `pointr`, expected an option of `time` of pointer, unit, is | did you mean `pointer`?
          time: at                | my.yaml:1:1: time: found `at`, expected a JSON pointer        | slash
          time: {pointer: /at, unit: milis} | time.unit: found `milis`                            | did you mean `millis`?
          time: {pointer: /at, is: over}    | time.is: found `over`                               | start, end
          time: 5                 | time: found `5`, expected a JSON pointer                      | /usage/input_tokens
          time: {unit: iso}       | time: found no pointer                                        | `pointer: /field`
          team: {constant: [a, b]}  | my.yaml:1:8: team.constant: found `["a","b"]`              | expected a text
          team: {constant: {a: b}}  | my.yaml:1:8: team.constant: found `{"a":"b"}`              | expected a text
          status: {pointer: /s, success: {a: b}} | status.success: found `{"a":"b"}`             | words or ranges, such as 200-399
          status: {pointer: /s, success: [[a]]}  | status.success: found `["a"]`                 | words or ranges, such as 200-399
          vendor: {pointer: /v, match: {a: [b]}} | vendor.match: found `["b"]`                   | what the pattern means
          team: /t                | found no `time`                                               | where the time of a request stands
          [1, 2                   | my.yaml:                                                      | YAML
          5                       | found no mapping                                              | field names
          """)
  void aWrongMappingSaysWhereAndHowToMendIt(String text, String where, String hint) {
    assertThatThrownBy(() -> MappingReader.read("my.yaml", text))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining(where)
        .hasMessageContaining(hint);
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    String text = MAPPING.replace("key:", "kye:").replace("unit: millis", "unit: minutes");

    assertThatThrownBy(() -> MappingReader.read("my.yaml", text))
        .hasMessageContaining("my.yaml:1:")
        .hasMessageContaining("my.yaml:2:")
        .hasMessageContaining("my.yaml:4:");
  }

  @Test
  void anEmptyMappingSaysWhatItNeeds() {
    assertThatThrownBy(() -> MappingReader.read("my.yaml", " \n"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("my.yaml")
        .hasMessageContaining("time");
  }

  @Test
  void aFormatIsFoundByNameOrByFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("my.yaml"), MAPPING);

    assertThat(Decoders.settings(null, List.of(), 0).mapping()).isNull();
    assertThat(Decoders.settings("nginx", List.of(), 0).mapping()).contains("/msec");
    assertThat(Decoders.settings(file.toString(), List.of(), 0).mapping()).isEqualTo(MAPPING);
    assertThatThrownBy(() -> Decoders.settings("ngnix", List.of(), 0))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("did you mean 'nginx'?");
    assertThatThrownBy(
            () -> Decoders.settings(folder.resolve("none.yaml").toString(), List.of(), 0))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("none.yaml");
  }

  @Test
  void aMappingThatIsWrongIsFoundBeforeAnythingStarts(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("my.yaml"), "tiem: /at");

    assertThatThrownBy(() -> Decoders.settings(file.toString(), List.of(), 0))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("my.yaml:1:1")
        .hasMessageContaining("did you mean `time`?");
  }

  @Test
  void aMappingThatCannotBeReadSaysWhy(@TempDir Path folder) throws IOException {
    Path latin = Files.write(folder.resolve("my.yaml"), new byte[] {'#', (byte) 0xe9});

    assertThatThrownBy(() -> Decoders.settings(latin.toString(), List.of(), 0))
        .isInstanceOf(MappingException.class)
        .hasMessage(latin + ": is not UTF-8; save the mapping as UTF-8");
    assertThatThrownBy(() -> Decoders.settings(folder.toString(), List.of(), 0))
        .isInstanceOf(MappingException.class)
        .hasMessageStartingWith(folder + ": cannot be read (");
  }

  @Test
  void settingsTravelToWhereDecodersAreMade() throws IOException, ClassNotFoundException {
    DecoderSettings settings = Decoders.settings("nginx", List.of("10.0.0.0/8"), 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(settings);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(settings);
    }
  }

  @Property(tries = 500)
  void noRecordThrows(@ForAll String text) {
    String record = RECORD.replace("us-west", text.replace("\\", "").replace("\"", ""));

    assertThat(Samples.decode(decoder(MAPPING), record)).hasSize(1);
  }

  private static LogRecord record(String mapping, String json) {
    return Samples.record(decoder(mapping), json);
  }

  private static UsageDecoder decoder(String mapping) {
    return Decoders.decoder(new DecoderSettings("my.yaml", mapping, List.of("10.0.0.0/8"), 0));
  }
}
