package io.banwatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema is the one place of names and ranges: nothing may be missing from it. */
class PolicySchemaTest {
  private static final JsonNode SCHEMA = schema();
  private static final ObjectNode DEFAULTS = defaults();

  /** A number of the policy, by its JSON pointer, and the part of the schema that bounds it. */
  private record Bounded(String pointer, JsonNode schema) {
    @Override
    public String toString() {
      return pointer;
    }
  }

  @Test
  void signalsAreTheSameInSchemaRecordAndIds() {
    List<String> inRecord = new ArrayList<>();
    for (RecordComponent component : Signals.class.getRecordComponents()) {
      inRecord.add(component.getAccessor().getAnnotation(JsonProperty.class).value());
    }

    assertThat(SchemaWords.names(SCHEMA.at("/$defs/signals/properties"))).isEqualTo(inRecord);
    assertThat(SchemaWords.enumeration(SCHEMA.at("/$defs/signalId"))).isEqualTo(inRecord);
  }

  @Test
  void theDefaultPolicyWritesOutEveryField() {
    List<String> missing = new ArrayList<>();
    missing(SCHEMA, DEFAULTS, "", missing);

    assertThat(missing).isEmpty();
  }

  @Test
  void everyFieldIsDescribed() {
    List<String> silent = new ArrayList<>();
    silent(SCHEMA, "", silent);

    assertThat(silent).isEmpty();
  }

  static Stream<Bounded> numbers() {
    List<Bounded> numbers = new ArrayList<>();
    numbers(SCHEMA, "", numbers);
    return numbers.stream();
  }

  @Test
  void everyNumberHasTwoEnds() {
    assertThat(numbers())
        .isNotEmpty()
        .allMatch(number -> number.schema().has("maximum"))
        .allMatch(
            number -> number.schema().has("minimum") ^ number.schema().has("exclusiveMinimum"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void bothEndsOfARangeAreKept(Bounded number) {
    double least =
        number
            .schema()
            .path("minimum")
            .asDouble(number.schema().path("exclusiveMinimum").asDouble());
    double most = number.schema().get("maximum").asDouble();
    double step = number.schema().get("type").asText().equals("integer") ? 1 : 1e-6;
    boolean open = number.schema().has("exclusiveMinimum");

    assertThat(accepts(number.pointer(), least)).isEqualTo(!open);
    assertThat(accepts(number.pointer(), least + step)).isTrue();
    assertThat(accepts(number.pointer(), least - step)).isFalse();
    assertThat(accepts(number.pointer(), most)).isTrue();
    assertThat(accepts(number.pointer(), most + Math.max(step, 1))).isFalse();
    assertThat(accepts(number.pointer(), (least + most) / 2 + 0.25)).isEqualTo(step < 1);
  }

  private static boolean accepts(String pointer, double value) {
    ObjectNode policy = JsonNodeFactory.instance.objectNode().put("schemaVersion", 1);
    ObjectNode parent = policy;
    String[] names = pointer.substring(1).split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      parent = parent.withObjectProperty(names[i]);
    }
    if (value == Math.rint(value)) {
      parent.put(names[names.length - 1], (long) value);
    } else {
      parent.put(names[names.length - 1], value);
    }
    return PolicyProblemsTest.refused(() -> PolicyReader.fromText(policy.toString())) == null;
  }

  private static void numbers(JsonNode schema, String pointer, List<Bounded> numbers) {
    for (Map.Entry<String, JsonNode> field : resolved(schema).path("properties").properties()) {
      JsonNode part = resolved(field.getValue());
      String child = pointer + "/" + field.getKey();
      boolean number = List.of("integer", "number").contains(part.path("type").asText());
      if (number && !part.has("const")) {
        numbers.add(new Bounded(child, part));
      }
      numbers(part, child, numbers);
    }
  }

  private static void missing(JsonNode schema, JsonNode policy, String path, List<String> missing) {
    for (Map.Entry<String, JsonNode> field : resolved(schema).path("properties").properties()) {
      String child = path + "." + field.getKey();
      if (!policy.has(field.getKey())) {
        missing.add(child);
      } else {
        missing(field.getValue(), policy.get(field.getKey()), child, missing);
      }
    }
  }

  private static void silent(JsonNode schema, String path, List<String> silent) {
    for (Map.Entry<String, JsonNode> field : resolved(schema).path("properties").properties()) {
      String child = path + "." + field.getKey();
      JsonNode part = resolved(field.getValue());
      if (!field.getValue().has("description") && !part.has("description")) {
        silent.add(child);
      }
      silent(part, child, silent);
      silent(part.path("items"), child, silent);
    }
  }

  private static JsonNode resolved(JsonNode part) {
    return part.has("$ref") ? SCHEMA.at(part.get("$ref").asText().substring(1)) : part;
  }

  private static ObjectNode defaults() {
    try {
      return (ObjectNode)
          YamlReader.read("policy.yaml", Files.readString(Path.of("policy.yaml"))).root();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode schema() {
    try {
      return new ObjectMapper().readTree(Path.of("policy.schema.json").toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
