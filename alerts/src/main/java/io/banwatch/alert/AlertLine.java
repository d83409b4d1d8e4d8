package io.banwatch.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One line of the alert log on its way back to an {@link Alert}. */
final class AlertLine {
  private static final int LONGEST_LINE = 1 << 20;
  private static final ObjectReader READER = JsonMapper.builder().build().reader();

  private final JsonNode line;

  private AlertLine(JsonNode line) {
    this.line = line;
  }

  static Alert read(byte[] bytes) throws IOException {
    if (bytes.length > LONGEST_LINE) {
      throw new IOException("a line of " + bytes.length + " bytes is no alert");
    }
    try {
      JsonNode tree = READER.readTree(bytes);
      if (!tree.isObject()) {
        throw new IOException("an alert is a JSON object");
      }
      return new AlertLine(tree).alert();
    } catch (JsonProcessingException e) {
      // Its message would quote the line.
      throw new IOException("not JSON, at byte " + e.getLocation().getByteOffset());
    }
  }

  private Alert alert() throws IOException {
    if (integer("schemaVersion") != AlertJson.SCHEMA_VERSION) {
      throw new IOException(
          "schemaVersion: found "
              + integer("schemaVersion")
              + ", expected "
              + AlertJson.SCHEMA_VERSION);
    }
    return new Alert(
        text("id"),
        integer("sequence"),
        word("status", AlertStatus.values(), AlertStatus::word),
        word("severity", Severity.values(), Severity::word),
        text("signal"),
        new Subject(
            textOrNull("vendor"),
            textOrNull("account"),
            textOrNull("key"),
            textOrNull("keyAlias"),
            textOrNull("team")),
        text("policy"),
        time("startsAt"),
        time("changedAt"),
        line.path("endsAt").isNull() ? null : (Long) time("endsAt"),
        new Explanation(text("summary"), text("reason"), evidence(), nextSteps()));
  }

  private List<Fact> evidence() throws IOException {
    JsonNode evidence = field("evidence", line.path("evidence").isObject(), "an object");
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> fact : evidence.properties()) {
      JsonNode value = fact.getValue();
      Double number = value.isNumber() ? (Double) value.doubleValue() : null;
      facts.add(new Fact(fact.getKey(), number, value.isTextual() ? value.textValue() : null));
    }
    return facts;
  }

  private List<String> nextSteps() throws IOException {
    JsonNode steps = field("nextSteps", line.path("nextSteps").isArray(), "a list");
    List<String> texts = new ArrayList<>();
    for (JsonNode step : steps) {
      texts.add(step.asText());
    }
    return texts;
  }

  private String text(String name) throws IOException {
    return field(name, line.path(name).isTextual(), "a text").textValue();
  }

  private String textOrNull(String name) throws IOException {
    return line.path(name).isNull() ? null : text(name);
  }

  private int integer(String name) throws IOException {
    return field(name, line.path(name).isInt(), "a whole number").intValue();
  }

  private long time(String name) throws IOException {
    try {
      return Instant.parse(text(name)).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IOException(name + ": expected an ISO 8601 time in UTC", e);
    }
  }

  private <T> T word(String name, T[] values, Function<T, String> words) throws IOException {
    String found = text(name);
    for (T value : values) {
      if (words.apply(value).equals(found)) {
        return value;
      }
    }
    throw new IOException(name + ": unknown word");
  }

  private JsonNode field(String name, boolean sound, String expected) throws IOException {
    if (!sound) {
      throw new IOException(name + ": expected " + expected);
    }
    return line.path(name);
  }
}
