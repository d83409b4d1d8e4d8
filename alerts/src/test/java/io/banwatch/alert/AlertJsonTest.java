package io.banwatch.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AlertJsonTest {
  private static final Schema SCHEMA = schema();
  private static final Alert FIRING =
      new Alert(
          "0123456789abcdef01234567",
          1,
          AlertStatus.FIRING,
          Severity.CRITICAL,
          "impossible-travel",
          new Subject("anthropic", "org-1", "88dc", "ci-bot", "search"),
          "5f1e5f1e5f1e",
          1_793_715_000_000L,
          1_793_715_000_001L,
          null,
          new Explanation(
              "From Zürich to Tōkyō in 12 minutes.",
              "It resembles a shared credential.",
              List.of(
                  Fact.of("observed", 42),
                  Fact.of("ratio", 3.125),
                  Fact.of("unit", "requests"),
                  Fact.at("recordAt", 1_793_700_000_000L)),
              List.of("Ask the owner.", "Rotate the key.")));

  @Example
  void aLineIsExactlyTheContracts() {
    assertThat(text(AlertJson.write(FIRING)))
        .isEqualTo(
            """
            {"schemaVersion":1,"id":"0123456789abcdef01234567","sequence":1,"status":"firing",\
            "severity":"critical","signal":"impossible-travel","vendor":"anthropic",\
            "account":"org-1","key":"88dc","keyAlias":"ci-bot","team":"search",\
            "policy":"5f1e5f1e5f1e","startsAt":"2026-11-03T14:10:00.000Z",\
            "changedAt":"2026-11-03T14:10:00.001Z","endsAt":null,\
            "summary":"From Zürich to Tōkyō in 12 minutes.",\
            "reason":"It resembles a shared credential.",\
            "evidence":{"observed":42,"ratio":3.125,"unit":"requests",\
            "recordAt":"2026-11-03T10:00:00.000Z"},\
            "nextSteps":["Ask the owner.","Rotate the key."],"links":{}}""");
  }

  @Example
  void aResolvedAlertOfAnAccountHasAnEndAndNoKey() {
    Alert resolved = resolved(FIRING, Subject.ofAccount("openai", "unknown@openai"));

    assertThat(text(AlertJson.write(resolved)))
        .contains("\"sequence\":2,\"status\":\"resolved\"")
        .contains("\"key\":null,\"keyAlias\":null,\"team\":null")
        .contains("\"endsAt\":\"2026-11-03T14:40:00.000Z\"");
    assertThat(problems(AlertJson.write(resolved))).isEmpty();
  }

  @Example
  void whatIsWrittenIsReadBack() throws IOException {
    Alert resolved = resolved(FIRING, Subject.ofAccount("openai", "unknown@openai"));

    assertThat(AlertJson.read(AlertJson.write(FIRING))).isEqualTo(FIRING);
    assertThat(AlertJson.read(AlertJson.write(resolved))).isEqualTo(resolved);
  }

  @Example
  void numbersAreWholeWhenTheyAreAndNeverWithoutAValue() {
    Alert alert =
        evidence(
            Fact.of("million", 1e6),
            Fact.of("exact", 9_007_199_254_740_992.0),
            Fact.of("large", 1e300),
            Fact.of("negative", -0.0),
            Fact.of("share", 0.1),
            Fact.of("none", Double.NaN),
            Fact.of("endless", Double.NEGATIVE_INFINITY));

    assertThat(text(AlertJson.write(alert)))
        .contains(
            """
            "evidence":{"million":1000000,"exact":9007199254740992,"large":1.0E300,"negative":0,\
            "share":0.1,"none":null,"endless":null}""");
    assertThat(problems(AlertJson.write(alert))).isEmpty();
  }

  @Example
  void whatActsOnATerminalIsEscaped() throws IOException {
    String hostile = "\u001b]0;x\u0007\u0000\n\u007f\u009b31m\u2028\u2029\u202e\ufeff🚀";
    Alert alert = evidence(Fact.of(hostile, hostile));

    String line = text(AlertJson.write(alert));

    assertThat(line)
        .contains(
            "\"\\u001B]0;x\\u0007\\u0000\\n\\u007F\\u009B31m\\u2028\\u2029\\u202E\\uFEFF"
                + "\\uD83D\\uDE80\"");
    assertThat(AlertJson.read(AlertJson.write(alert))).isEqualTo(alert);
  }

  @Example
  void longTextsAreCutAndLoneSurrogatesMended() throws IOException {
    Alert alert =
        new Alert(
            FIRING.id(),
            1,
            AlertStatus.FIRING,
            Severity.INFO,
            "request-surge",
            new Subject("anthropic", "org-1", "88dc", "x".repeat(1 << 20), "\ud83d"),
            FIRING.policy(),
            0,
            0,
            null,
            new Explanation("🚀".repeat(2_000), "", List.of(), List.of("y".repeat(1 << 20))));

    byte[] line = AlertJson.write(alert);
    Alert read = AlertJson.read(line);

    assertThat(line).hasSizeLessThan(16_000);
    assertThat(read.subject().keyAlias()).isEqualTo("x".repeat(999) + "…");
    assertThat(read.subject().team()).isEqualTo("\ufffd");
    assertThat(read.explanation().summary()).isEqualTo("🚀".repeat(999) + "…");
    assertThat(problems(line)).isEmpty();
  }

  @Property
  void anyTextGivesOneHarmlessLineThatReadsBackTheSame(@ForAll String text) throws IOException {
    Alert alert =
        new Alert(
            FIRING.id(),
            1,
            AlertStatus.FIRING,
            Severity.INFO,
            "request-surge",
            new Subject(text, text, text, text, text),
            FIRING.policy(),
            0,
            0,
            null,
            new Explanation(text, text, List.of(Fact.of(text, text)), List.of(text)));

    byte[] line = AlertJson.write(alert);

    assertThat(text(line).codePoints()).noneMatch(PlainText::acts);
    assertThat(AlertJson.write(AlertJson.read(line))).isEqualTo(line);
    assertThat(problems(line)).isEmpty();
  }

  @Example
  void theSchemaRefusesWhatIsNoAlert() {
    String line = text(AlertJson.write(FIRING));

    assertThat(problems(line.replace("\"firing\"", "\"pending\"").getBytes(UTF_8))).isNotEmpty();
    assertThat(problems(line.replace("\"sequence\":1", "\"sequence\":0").getBytes(UTF_8)))
        .isNotEmpty();
    assertThat(problems(line.replace("\"firing\"", "\"resolved\"").getBytes(UTF_8))).isNotEmpty();
    assertThat(problems(line.replace("\"team\":\"search\",", "").getBytes(UTF_8))).isNotEmpty();
  }

  @Example
  void fieldsOfALaterVersionAreSkipped() throws IOException {
    String line = text(AlertJson.write(FIRING)).replace("\"id\"", "\"later\":[{}],\"id\"");

    assertThat(AlertJson.read(line.getBytes(UTF_8))).isEqualTo(FIRING);
  }

  @Example
  void whatIsNoAlertIsNamedAndNeverQuoted() {
    String line = text(AlertJson.write(FIRING));

    refuses("secret", "not JSON, at byte 0");
    refuses("[]", "an alert is a JSON object");
    refuses("", "an alert is a JSON object");
    refuses("{}", "schemaVersion: expected a whole number");
    refuses(line.replace(":1,", ":2,"), "schemaVersion: found 2, expected 1");
    refuses(line.replace("\"firing\"", "\"secret\""), "status: unknown word");
    refuses(line.replace("2026-11-03T14:10:00.000Z", "x"), "startsAt: expected an ISO 8601 time");
    refuses(line.replace("\"team\":\"search\",", ""), "team: expected a text");
    refuses(line.replace("\"evidence\":{", "\"evidence2\":{"), "evidence: expected an object");
    refuses(" ".repeat(2 << 20), "a line of 2097152 bytes is no alert");
  }

  private static void refuses(String line, String message) {
    assertThatThrownBy(() -> AlertJson.read(line.getBytes(UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("secret");
  }

  private static Alert evidence(Fact... facts) {
    Explanation explanation = new Explanation("summary", "reason", List.of(facts), List.of());
    return new Alert(
        FIRING.id(),
        1,
        AlertStatus.FIRING,
        Severity.INFO,
        "request-surge",
        FIRING.subject(),
        FIRING.policy(),
        0,
        0,
        null,
        explanation);
  }

  private static Alert resolved(Alert firing, Subject subject) {
    return new Alert(
        firing.id(),
        2,
        AlertStatus.RESOLVED,
        firing.severity(),
        firing.signal(),
        subject,
        firing.policy(),
        firing.startsAt(),
        firing.startsAt() + 1_800_000,
        firing.startsAt() + 1_800_000,
        firing.explanation());
  }

  private static List<Error> problems(byte[] line) {
    return SCHEMA.validate(text(line), InputFormat.JSON);
  }

  private static String text(byte[] line) {
    return new String(line, UTF_8);
  }

  private static Schema schema() {
    try (InputStream stream =
        AlertJson.class.getResourceAsStream("/io/banwatch/alert.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(stream);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
