package io.banwatch.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import io.banwatch.vendor.AnswerClass;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of the usage log accepts what is written, and refuses what is not. */
class RecordSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path SCHEMA = Path.of("..", "docs", "schemas", "usage.schema.json");

  private final UsageDecoder decoder = Decoders.decoder(Samples.SETTINGS);

  @ParameterizedTest
  @ValueSource(strings = {"slp-1.106.2.jsonl", "slp-1.81.9.jsonl"})
  void whatIsWrittenOfRealRecordsFits(String samples) throws IOException {
    for (String line : Samples.lines(samples)) {
      JsonNode written = written(Samples.record(decoder, line));
      assertThat(problems(written)).as(written.toString()).isEmpty();
      ObjectNode more = (ObjectNode) written;
      more.put("prompt", "text");
      assertThat(problems(more)).isNotEmpty();
    }
  }

  @Test
  void whatIsWrittenOfBadValuesFits() throws IOException {
    for (String value :
        List.of("{\"a\":", "[1]", "{}", "{\"message\":1,\"level\":2,\"timestamp\":3}")) {
      assertThat(problems(written(Samples.record(decoder, value)))).isEmpty();
    }
    LogRecord skipped = LogRecord.skipped(null, Skip.NOT_A_MODEL_CALL);
    assertThat(problems(written(skipped))).isEmpty();
  }

  @Test
  void theSchemaKnowsEveryWordAndNoOther() throws IOException {
    JsonNode schema = MAPPER.readTree(SCHEMA.toFile());
    assertThat(words(schema.at("/oneOf/0/properties/answer/enum")))
        .isEqualTo(Stream.of(AnswerClass.values()).map(AnswerClass::word).toList());
    assertThat(words(schema.at("/oneOf/0/properties/dropped/items/enum")))
        .isEqualTo(Stream.of(DroppedField.values()).map(DroppedField::word).toList());
    assertThat(words(schema.at("/oneOf/1/properties/rejected/enum")))
        .isEqualTo(Stream.of(Reason.values()).map(Reason::word).toList());
    assertThat(words(schema.at("/oneOf/2/properties/skipped/enum")))
        .isEqualTo(Stream.of(Skip.values()).map(Skip::word).toList());
  }

  @Test
  void aLineThatWasChangedIsRejectedWithItsField() {
    String line =
        "{\"banwatch\":1,\"start_time\":\"2026-11-21T10:00:00.000Z\",\"end_time\":"
            + "\"2026-11-21T10:00:01.000Z\",\"key\":\"k\",\"vendor\":\"openai\",\"answer\":\"%s\","
            + "\"answered_by\":\"vendor\",\"gen_ai.usage.input_tokens\":%s}";
    assertThat(Samples.event(decoder, line.formatted("ok", "5")).key()).isEqualTo("k");
    assertThat(fieldAtFault(line.formatted("fine", "5"))).isEqualTo("answer");
    assertThat(fieldAtFault(line.formatted("ok", "-5"))).isEqualTo("gen_ai.usage.input_tokens");
    assertThat(fieldAtFault(line.formatted("ok", "5").replace("\"key\":\"k\",", "")))
        .isEqualTo("key");
    assertThat(fieldAtFault(line.formatted("ok", "5").replace("\"banwatch\":1", "\"banwatch\":2")))
        .isEqualTo("banwatch");
    assertThat(fieldAtFault("{\"banwatch\":1,\"rejected\":\"no-reason\"}")).isEqualTo("rejected");
  }

  @Test
  void anAddressIsOneTextHoweverAStrangerWritesIt() {
    String line =
        "{\"banwatch\":1,\"start_time\":\"2026-11-21T10:00:00.000Z\",\"end_time\":"
            + "\"2026-11-21T10:00:01.000Z\",\"key\":\"k\",\"vendor\":\"openai\",\"answer\":\"ok\","
            + "\"answered_by\":\"vendor\",\"client.address\":%s}";
    UsageDecoder strangers = Decoders.decoderOfStrangers(Samples.SETTINGS);
    for (UsageDecoder each : List.of(decoder, strangers)) {
      assertThat(Samples.event(each, line.formatted("\"[2A02:CF40:0::1]:443\"")).address())
          .isEqualTo("2a02:cf40::1");
      assertThat(Samples.event(each, line.formatted("\"198.51.100.7:80\"")).address())
          .isEqualTo("198.51.100.7");
      assertThat(Samples.event(each, line.formatted("null")).address()).isNull();
      assertThat(Samples.event(each, line.formatted("\"\"")).address()).isNull();
      assertThat(Samples.record(each, line.formatted("\"localhost\"")).rejection().field())
          .isEqualTo("client.address");
    }
  }

  @Test
  void theFirstFieldTellsTheForm() {
    LogRecord record = Samples.record(decoder, "{\"key\":\"k\",\"banwatch\":1}");
    assertThat(record.rejection().reason()).isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(record.rejection().detail()).contains("banwatch comes first");
  }

  private String fieldAtFault(String line) {
    return Samples.record(decoder, line).rejection().field();
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::textValue).toList();
  }

  private static JsonNode written(LogRecord logRecord) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordWriter writer = new RecordWriter(out)) {
      writer.write(logRecord);
    }
    return MAPPER.readTree(out.toByteArray());
  }

  private static List<String> problems(JsonNode json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(MAPPER.readTree(SCHEMA.toFile()));
    return schema.validate(json).stream().map(Object::toString).toList();
  }
}
