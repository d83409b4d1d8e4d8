package io.banwatch.metric;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.banwatch.alert.AlertJson;
import io.banwatch.alert.IsoTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The line of the metric log, written and read. Texts are escaped as in the alert log. Whole
 * numbers stand without a fraction, other numbers always with a fraction or an exponent.
 */
public final class PointJson {
  /** The form's version, in every line. */
  public static final int SCHEMA_VERSION = 1;

  private static final int USUAL_LINE = 1_024;

  /** Up to here a number without a fraction is written as a whole one, which is faster. */
  private static final double LARGEST_WHOLE = 1e15;

  /** Every name that the log knows, escaped already. */
  private static final Map<String, SerializedString> NAMES = names();

  private PointJson() {}

  /** The point as one JSON object in UTF-8, without a line end. */
  public static byte[] write(Point point) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LINE);
    try (JsonGenerator json = AlertJson.generator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeStringField("measurement", point.measurement().word());
      json.writeStringField("time", IsoTime.format(point.timeMillis()));
      json.writeObjectFieldStart("tags");
      for (Tag tag : point.tags()) {
        json.writeFieldName(NAMES.get(tag.name()));
        json.writeString(tag.value());
      }
      json.writeEndObject();
      json.writeObjectFieldStart("fields");
      for (Field field : point.fields()) {
        json.writeFieldName(NAMES.get(field.name()));
        switch (field.type()) {
          case INTEGER -> json.writeNumber(field.integer());
          case FLOAT -> number(field.number(), json);
          case TEXT -> json.writeString(field.text());
        }
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private static void number(double number, JsonGenerator json) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE) {
      json.writeNumber((long) number + ".0");
    } else {
      json.writeNumber(number);
    }
  }

  private static Map<String, SerializedString> names() {
    Map<String, SerializedString> names = new HashMap<>();
    for (Measurement measurement : Measurement.values()) {
      measurement.tags().forEach(name -> names.put(name, new SerializedString(name)));
      measurement.fields().keySet().forEach(name -> names.put(name, new SerializedString(name)));
    }
    return names;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param line one JSON object in UTF-8
   * @throws IOException when it is no point; the message names the field
   */
  public static Point read(byte[] line) throws IOException {
    return PointLine.read(line);
  }
}
