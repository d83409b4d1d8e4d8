package io.banwatch.store;

import io.banwatch.alert.PlainText;
import io.banwatch.metric.Field;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagText;

/**
 * The escaping boundary of what goes to InfluxDB: a point in its line protocol, times in
 * milliseconds. Every point gives one line, whatever its texts hold.
 *
 * <p>Control characters are shown as {@link PlainText} shows them. A tag's comma, equals sign and
 * space get a backslash before them; a backslash itself cannot be escaped in a tag, so one that
 * would escape what follows, or the tag's end, becomes its full-width twin.
 *
 * @see <a href="https://docs.influxdata.com/influxdb/v1/write_protocols/line_protocol_reference/">
 *     InfluxDB, line protocol reference: special characters</a>
 */
final class LineProtocol {
  /** InfluxDB 1.x takes 64 KB of a text and no more. */
  private static final int LONGEST_TEXT = 16_000;

  private static final char FULL_WIDTH_BACKSLASH = '＼';

  private LineProtocol() {}

  /** The point's line. */
  static InfluxLine of(Point point) {
    StringBuilder line = new StringBuilder(point.measurement().word());
    for (Tag tag : point.tags()) {
      String value = PlainText.of(tag.value(), TagText.LONGEST_TAG);
      // An empty value is no value to InfluxDB.
      if (!value.isEmpty()) {
        line.append(',').append(tag.name()).append('=');
        appendTag(value, line);
      }
    }
    char separator = ' ';
    for (Field field : point.fields()) {
      line.append(separator).append(field.name()).append('=');
      append(field, line);
      separator = ',';
    }
    return InfluxLine.of(
        line.append(' ').append(point.timeMillis()).toString(), isKept(point.measurement()));
  }

  private static boolean isKept(Measurement measurement) {
    return measurement == Measurement.ALERT_CHANGES || measurement == Measurement.ACCOUNT_ALERTS;
  }

  private static void appendTag(String value, StringBuilder line) {
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      if (each == '\\' && (i + 1 == value.length() || isSpecial(value.charAt(i + 1)))) {
        line.append(FULL_WIDTH_BACKSLASH);
        continue;
      }
      if (each == ',' || each == '=' || each == ' ') {
        line.append('\\');
      }
      line.append(each);
    }
  }

  private static boolean isSpecial(char next) {
    return next == ',' || next == '=' || next == ' ' || next == '\\';
  }

  private static void append(Field field, StringBuilder line) {
    switch (field.type()) {
      case INTEGER -> line.append(field.integer()).append('i');
      case FLOAT -> line.append(field.number());
      case TEXT -> appendText(PlainText.of(field.text(), LONGEST_TEXT), line);
    }
  }

  private static void appendText(String text, StringBuilder line) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' || each == '\\') {
        line.append('\\');
      }
      line.append(each);
    }
    line.append('"');
  }
}
