package io.banwatch.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.alert.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in words what a part of the schema asks for, and what stands there instead. */
final class SchemaWords {
  /** Stands for a value that may be a secret, put where none belongs. */
  static final String UNSHOWN = "something else, which is not shown here";

  private static final int LONGEST_VALUE = 60;

  private SchemaWords() {}

  /** A value as it stands in the file, cut. */
  static String found(JsonNode value) {
    if (value.isNull()) {
      return "nothing";
    }
    if (value.isObject()) {
      return value.isEmpty() ? "an empty mapping" : "a mapping";
    }
    if (value.isArray()) {
      return value.isEmpty() ? "an empty list" : "a list of " + value.size();
    }
    if (value.isTextual()) {
      String text = value.asText();
      return "the text \"" + PlainText.of(text, LONGEST_VALUE) + "\"";
    }
    return value.asText();
  }

  /** What the schema asks for at this place. */
  static String expected(JsonNode schema, JsonNode found) {
    if (schema.has("const")) {
      return schema.get("const").asText();
    }
    if (schema.has("enum")) {
      return "one of " + list(enumeration(schema));
    }
    return switch (schema.path("type").asText()) {
      case "boolean" -> "true or false";
      case "integer" -> "a whole number" + range(schema);
      case "number" -> "a number" + range(schema);
      case "string" -> text(schema, found);
      case "array" -> array(schema);
      case "object" -> "a mapping of one or more of " + list(names(schema.path("properties")));
      default -> schema.path("description").asText("something else");
    };
  }

  /** The words that an enumeration allows; empty for anything else. */
  static List<String> enumeration(JsonNode schema) {
    List<String> words = new ArrayList<>();
    schema.path("enum").forEach(word -> words.add(word.asText()));
    return words;
  }

  /** Names for reading: {@code `margin`, `floor`}. */
  static String list(Collection<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String range(JsonNode schema) {
    String low =
        schema.has("exclusiveMinimum")
            ? " above " + schema.get("exclusiveMinimum").asText() + " and up to "
            : " from " + schema.get("minimum").asText() + " to ";
    return low + schema.get("maximum").asText();
  }

  private static String text(JsonNode schema, JsonNode found) {
    String length =
        " of " + schema.path("minLength").asText() + " to " + schema.path("maxLength").asText();
    if (schema.has("pattern")) {
      return "a text" + length + " characters: " + schema.path("description").asText();
    }
    boolean unquoted = found.isNumber() || found.isBoolean();
    return "a text" + length + " characters" + (unquoted ? ": put it in quotes" : "");
  }

  private static String array(JsonNode schema) {
    int least = schema.path("minItems").asInt();
    String size = least > 0 ? "a list of " + least + " or more" : "a list";
    String empty = least > 0 ? "" : " ([] for none)";
    return size + (schema.path("uniqueItems").asBoolean() ? ", each value once" : "") + empty;
  }

  /** The names of a mapping's fields, in the schema's order. */
  static List<String> names(JsonNode properties) {
    return properties.propertyStream().map(Map.Entry::getKey).toList();
  }
}
