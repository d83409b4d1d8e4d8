package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.banwatch.simulate.LabelWriter;
import io.banwatch.usage.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schemas of docs/schemas accept what is written, and refuse what is not. */
class OutputSchemasTest {
  private static final Path SCHEMAS = Path.of("..", "docs", "schemas");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path directory;

  @Test
  void theSummaryFitsItsSchema() throws IOException {
    assertThat(errors("summary", SummaryJson.of(Samples.summary()))).isEmpty();
    assertThat(errors("summary", SummaryJson.of(Samples.emptySummary()))).isEmpty();
  }

  @Test
  void theSummarySchemaRefusesEveryFieldLeftOutOrMistyped() throws IOException {
    ObjectNode summary = SummaryJson.of(Samples.summary());
    List<String> fields = new ArrayList<>();
    summary.fieldNames().forEachRemaining(fields::add);
    for (String field : fields) {
      ObjectNode without = summary.deepCopy();
      without.remove(field);
      assertThat(errors("summary", without)).as(field).hasSize(1);
      ObjectNode mistyped = summary.deepCopy();
      mistyped.put(field, true);
      assertThat(errors("summary", mistyped)).as(field).isNotEmpty();
    }
  }

  @Test
  void aLabelFitsItsSchema() throws IOException {
    Path file = directory.resolve("labels.jsonl");
    LabelWriter.write(
        List.of(
            Samples.label("stolen-key", List.of("token-burst"), List.of()),
            Samples.label("deploy", "account", List.of(), List.of("token-burst"))),
        file);
    for (String line : Files.readAllLines(file)) {
      assertThat(errors("labels", MAPPER.readTree(line))).isEmpty();
      ObjectNode wrong = (ObjectNode) MAPPER.readTree(line);
      wrong.put("from", "yesterday");
      assertThat(errors("labels", wrong)).hasSize(1);
    }
  }

  @Test
  void theRejectedSchemaKnowsEveryReasonAndNoOther() throws IOException {
    for (Reason reason : Reason.values()) {
      assertThat(errors("rejected", rejection(reason.word()))).isEmpty();
    }
    assertThat(errors("rejected", rejection("no-reason"))).hasSize(1);
    JsonNode words = read("rejected").at("/properties/reason/enum");
    assertThat(words.valueStream().map(JsonNode::textValue).toList())
        .isEqualTo(Stream.of(Reason.values()).map(Reason::word).toList());
  }

  private static ObjectNode rejection(String reason) {
    return MAPPER
        .createObjectNode()
        .put("source", "usage.jsonl")
        .put("offset", 123)
        .put("bytes", 456)
        .put("reason", reason)
        .putNull("field")
        .put("detail", "breaks off");
  }

  private static List<Error> errors(String name, JsonNode json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(read(name));
    return schema.validate(json);
  }

  private static JsonNode read(String name) throws IOException {
    return MAPPER.readTree(SCHEMAS.resolve(name + ".schema.json").toFile());
  }
}
