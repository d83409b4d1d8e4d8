package io.banwatch.metric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One line of the metric log on its way back to a {@link Point}. */
final class PointLine {
  private static final int LONGEST_LINE = 1 << 20;
  private static final ObjectReader READER = JsonMapper.builder().build().reader();

  private final JsonNode line;

  private PointLine(JsonNode line) {
    this.line = line;
  }

  static Point read(byte[] bytes) throws IOException {
    if (bytes.length > LONGEST_LINE) {
      throw new IOException("a line of " + bytes.length + " bytes is no point");
    }
    try {
      JsonNode tree = READER.readTree(bytes);
      if (!tree.isObject()) {
        throw new IOException("a point is a JSON object");
      }
      return new PointLine(tree).point();
    } catch (JsonProcessingException e) {
      // Its message would quote the line.
      throw new IOException("not JSON, at byte " + e.getLocation().getByteOffset());
    }
  }

  private Point point() throws IOException {
    int version = field("schemaVersion", line.path("schemaVersion").isInt(), "a number").intValue();
    if (version != PointJson.SCHEMA_VERSION) {
      throw new IOException(
          "schemaVersion: found " + version + ", expected " + PointJson.SCHEMA_VERSION);
    }
    Measurement measurement =
        Measurement.of(text("measurement"))
            .orElseThrow(() -> new IOException("measurement: none of that name"));
    return new Point(measurement, time(), tags(measurement), fields(measurement));
  }

  private List<Tag> tags(Measurement measurement) throws IOException {
    List<Tag> tags = new ArrayList<>();
    for (Map.Entry<String, JsonNode> tag : entries("tags")) {
      String value = tag.getValue().textValue();
      if (!measurement.tags().contains(tag.getKey()) || value == null || value.isEmpty()) {
        throw new IOException(
            "tags: expected texts for " + measurement.tags() + " of " + measurement.word());
      }
      tags.add(new Tag(tag.getKey(), value));
    }
    return tags;
  }

  private List<Field> fields(Measurement measurement) throws IOException {
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : entries("fields")) {
      FieldType type = measurement.fields().get(field.getKey());
      if (type == null) {
        throw new IOException("fields: " + measurement.word() + " has none of that name");
      }
      fields.add(field(field.getKey(), type, field.getValue()));
    }
    if (fields.isEmpty()) {
      throw new IOException("fields: expected at least one");
    }
    return fields;
  }

  private static Field field(String name, FieldType type, JsonNode value) throws IOException {
    boolean sound =
        switch (type) {
          case INTEGER -> value.canConvertToLong() && value.isIntegralNumber();
          case FLOAT -> value.isNumber() && Double.isFinite(value.doubleValue());
          case TEXT -> value.isTextual();
        };
    if (!sound) {
      throw new IOException(
          "fields." + name + ": expected " + type.name().toLowerCase(Locale.ROOT));
    }
    return switch (type) {
      case INTEGER -> Field.of(name, value.longValue());
      case FLOAT -> Field.of(name, value.doubleValue());
      case TEXT -> Field.of(name, value.textValue());
    };
  }

  private Iterable<Map.Entry<String, JsonNode>> entries(String name) throws IOException {
    return field(name, line.path(name).isObject(), "an object").properties();
  }

  private long time() throws IOException {
    try {
      return Instant.parse(text("time")).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IOException("time: expected an ISO 8601 time in UTC", e);
    }
  }

  private String text(String name) throws IOException {
    return field(name, line.path(name).isTextual(), "a text").textValue();
  }

  private JsonNode field(String name, boolean sound, String expected) throws IOException {
    if (!sound) {
      throw new IOException(name + ": expected " + expected);
    }
    return line.path(name);
  }
}
