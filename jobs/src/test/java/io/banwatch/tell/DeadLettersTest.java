package io.banwatch.tell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLettersTest {
  @TempDir private Path directory;

  @Test
  void aLetterIsReadAsItWasWritten() throws IOException {
    DeadLetter letter =
        new DeadLetter(
            "team",
            "a",
            2,
            "refused",
            400,
            "no",
            1_700_000_000_000L,
            ToldAlerts.line(ToldAlerts.critical("a", 2)));
    byte[] line = DeadLetters.write(letter);
    assertThat(new String(line, UTF_8))
        .startsWith(
            "{\"schemaVersion\":1,\"receiver\":\"team\",\"id\":\"a\",\"sequence\":2,"
                + "\"reason\":\"refused\",\"status\":400,\"answer\":\"no\","
                + "\"time\":\"2023-11-14T22:13:20.000Z\",\"alert\":{\"schemaVersion\":1,\"id\":\"a\"")
        .doesNotContain("\n");
    assertThat(DeadLetters.read(line)).isEqualTo(letter);
  }

  @Test
  void theSchemaTakesWhatIsWrittenAndKnowsEveryReason() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode schema =
        mapper.readTree(Path.of("..", "docs", "schemas", "dead-letter.schema.json").toFile());
    for (DeadReason reason : DeadReason.values()) {
      DeadLetter letter =
          new DeadLetter(
              "team",
              "a",
              1,
              reason.word(),
              0,
              null,
              1,
              ToldAlerts.line(ToldAlerts.firing("a", 1)));
      assertThat(errors(schema, mapper.readTree(DeadLetters.write(letter)))).isZero();
    }
    ObjectNode wrong = mapper.createObjectNode().put("reason", "whim");
    assertThat(errors(schema, wrong)).isPositive();
    assertThat(schema.at("/properties/reason/enum")).hasSize(DeadReason.values().length);
  }

  private static int errors(JsonNode schema, JsonNode line) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(line)
        .size();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|alert: expected an object",
        "[]|alert: expected an object",
        "{|not JSON",
        "{\"alert\":{}}|receiver: expected a text",
      })
  void anotherLineIsNamedAndNotQuoted(String line, String words) {
    assertThatThrownBy(() -> DeadLetters.read(line.getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain words|plain words",
        "see https://hooks.slack.com/services/T0/B0/XYZ ok|see https://hooks.slack.com/… ok",
        "http://user:pass@host:8080/x?y=z|http://host:8080/…",
        "bad whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw!|bad whsec_…!",
      })
  void ofAnAnswerAddressesAndSecretsAreHidden(String answer, String kept) {
    assertThat(DeadLetters.answer(answer)).isEqualTo(kept);
  }

  @Test
  void anAnswerIsEscapedAndCut() {
    assertThat(DeadLetters.answer("\u0007\n")).isEqualTo("\\u0007\\u000a");
    assertThat(DeadLetters.answer("x".repeat(100_000))).hasSize(500).endsWith("…");
    assertThat(DeadLetters.answer(null)).isNull();
  }

  @Test
  void aLineThatACrashCutShortIsCutOffBeforeTheNextIsAppended() throws IOException {
    Path file = directory.resolve("letters.jsonl");
    String whole = "x".repeat(20_000) + "\n";
    Files.writeString(file, whole + "torn".repeat(5_000));
    try (AppendedFile lines = AppendedFile.open(file)) {
      lines.append("next".getBytes(UTF_8));
      lines.sync();
    }
    assertThat(Files.readString(file)).isEqualTo(whole + "next\n");
    Files.writeString(file, "torn");
    try (AppendedFile lines = AppendedFile.open(file)) {
      lines.append("next".getBytes(UTF_8));
    }
    assertThat(Files.readString(file)).isEqualTo("next\n");
  }
}
