package io.banwatch.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema and the page of the metric log name what the code names, and nothing else. */
class MetricSchemaTest {
  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void theSchemaKnowsEveryMeasurementTagAndFieldWithItsType() throws IOException {
    JsonNode schema =
        JsonMapper.builder().build().readTree(DOCS.resolve("schemas/metrics.schema.json").toFile());
    List<String> titles = new ArrayList<>();
    for (JsonNode each : schema.get("oneOf")) {
      Measurement measurement = Measurement.of(each.get("title").asText()).orElseThrow();
      titles.add(measurement.word());
      assertThat(each.at("/properties/measurement/const").asText()).isEqualTo(measurement.word());
      assertThat(names(each.at("/properties/tags/properties"))).isEqualTo(measurement.tags());
      JsonNode fields = each.at("/properties/fields/properties");
      assertThat(names(fields)).isEqualTo(List.copyOf(measurement.fields().keySet()));
      measurement
          .fields()
          .forEach(
              (name, type) ->
                  assertThat(fields.get(name).get("type").asText())
                      .as(name)
                      .isEqualTo(
                          switch (type) {
                            case INTEGER -> "integer";
                            case FLOAT -> "number";
                            case TEXT -> "string";
                          }));
    }
    List<String> written = new ArrayList<>();
    for (Measurement measurement : Measurement.values()) {
      if (measurement != Measurement.ALERT_CHANGES) {
        written.add(measurement.word());
      }
    }
    assertThat(titles).isEqualTo(written);
  }

  @Test
  void thePageHasARowForEachMeasurementWithItsTags() throws IOException {
    String page = Files.readString(DOCS.resolve("metrics.md"));
    for (Measurement measurement : Measurement.values()) {
      List<String> tags = measurement.tags().stream().map(tag -> "`" + tag + "`").toList();
      assertThat(page)
          .contains("| `" + measurement.word() + "` | " + String.join(" ", tags))
          .doesNotContain("| `" + measurement.word() + "_other` |");
    }
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
