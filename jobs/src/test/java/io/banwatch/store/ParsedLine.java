package io.banwatch.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line as InfluxDB reads it, after its documentation: a backslash hides the character after it,
 * in names and tags only where that is special, and where it is not it stands for itself.
 *
 * @param fields integers end with i, texts begin and end with a quote
 */
record ParsedLine(
    String measurement, Map<String, String> tags, Map<String, String> fields, long time) {

  static ParsedLine of(String line) {
    return new Reader(line).read();
  }

  private static final class Reader {
    private final String line;
    private int at;

    Reader(String line) {
      this.line = line;
    }

    ParsedLine read() {
      String measurement = name(", ");
      Map<String, String> tags = new LinkedHashMap<>();
      while (line.charAt(at) == ',') {
        at++;
        String tag = name("=");
        at++;
        tags.put(tag, name(", ="));
        check(line.charAt(at) != '=', "a tag with two equals signs");
      }
      Map<String, String> fields = new LinkedHashMap<>();
      do {
        at++;
        String field = name("=");
        at++;
        fields.put(field, line.charAt(at) == '"' ? text() : name(", "));
      } while (line.charAt(at) == ',');
      at++;
      return new ParsedLine(measurement, tags, fields, Long.parseLong(line.substring(at)));
    }

    private String name(String ends) {
      StringBuilder name = new StringBuilder();
      while (ends.indexOf(line.charAt(at)) < 0) {
        check(line.charAt(at) != '\n', "an end of line");
        if (line.charAt(at) == '\\' && ",= ".indexOf(line.charAt(at + 1)) >= 0) {
          at++;
        }
        name.append(line.charAt(at++));
      }
      check(!name.isEmpty(), "an empty name or value");
      return name.toString();
    }

    private String text() {
      StringBuilder text = new StringBuilder("\"");
      at++;
      while (line.charAt(at) != '"') {
        check(line.charAt(at) != '\n', "an end of line");
        if (line.charAt(at) == '\\' && "\"\\".indexOf(line.charAt(at + 1)) >= 0) {
          at++;
        }
        text.append(line.charAt(at++));
      }
      at++;
      return text.append('"').toString();
    }

    private void check(boolean sound, String found) {
      if (!sound) {
        throw new AssertionError(found + " at " + at + " of " + line);
      }
    }
  }
}
