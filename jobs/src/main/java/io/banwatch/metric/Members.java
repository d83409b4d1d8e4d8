package io.banwatch.metric;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.NumberOutput;
import io.banwatch.alert.AlertJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tags or fields as they stand in a line of the metric log, written once for many points: cleaning
 * and escaping texts costs more than all the rest of a point.
 */
public final class Members {
  /** Up to here whole numbers are written without an exponent. */
  private static final double LARGEST_WHOLE = 1e15;

  /** What stands between two members, without braces around them. */
  private final byte[] json;

  private Members(byte[] json) {
    this.json = json;
  }

  /** The tags, in the measurement's order. */
  public static Members ofTags(List<Tag> tags) {
    StringBuilder json = new StringBuilder();
    for (Tag tag : tags) {
      begin(tag.name(), json).append(quoted(tag.value()));
    }
    return new Members(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The fields, in the measurement's order. */
  public static Members ofFields(List<Field> fields) {
    StringBuilder json = new StringBuilder();
    for (Field field : fields) {
      begin(field.name(), json)
          .append(
              switch (field.type()) {
                case INTEGER -> Long.toString(field.integer());
                case FLOAT -> number(field.number());
                case TEXT -> quoted(field.text());
              });
    }
    return new Members(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes, not to be changed. */
  byte[] json() {
    return json;
  }

  private static StringBuilder begin(String name, StringBuilder json) {
    return json.append(json.isEmpty() ? "\"" : ",\"").append(name).append("\":");
  }

  /** A number that always has a fraction or an exponent. */
  static String number(double number) {
    return isWhole(number) ? (long) number + ".0" : NumberOutput.toString(number, true);
  }

  /** Whether a number has no fraction, and can be written as a whole one. */
  static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE;
  }

  /** A text as the alert log writes it, with the same escapes. */
  static String quoted(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = AlertJson.generator(bytes)) {
      json.writeString(text);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
