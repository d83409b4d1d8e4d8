package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Data as Grafana hands it to a panel: of a table one frame with the time, the tags and the
 * columns; else one frame with a time and a value for each column of each series.
 *
 * @param name of a series; empty for a table
 * @param columns the names by which overrides and transformations know them
 * @param rows numbers, texts, or null
 */
record Frame(String name, List<String> columns, List<List<Object>> rows) {
  private static final Pattern ALIAS = Pattern.compile("\\$(\\w+)|\\[\\[([\\s\\S]+?)]]");
  static final String TIME = "Time";

  /**
   * Frames of one answer.
   *
   * @param result an element of the results in InfluxDB's answer
   * @param target the query in the dashboard's JSON
   */
  static List<Frame> of(JsonNode result, JsonNode target) {
    JsonNode series = result.path("series");
    if (series.isEmpty()) {
      return List.of();
    }
    if (target.path("resultFormat").asText().equals("table")) {
      return List.of(table(series));
    }
    List<Frame> frames = new ArrayList<>();
    for (JsonNode one : series) {
      for (int column = 1; column < one.path("columns").size(); column++) {
        frames.add(curve(one, column, target.path("alias").asText()));
      }
    }
    return frames;
  }

  private static Frame table(JsonNode series) {
    List<String> columns = new ArrayList<>(List.of(TIME));
    List<String> tags = new ArrayList<>();
    series.get(0).path("tags").fieldNames().forEachRemaining(tags::add);
    columns.addAll(tags);
    JsonNode names = series.get(0).path("columns");
    for (int i = 1; i < names.size(); i++) {
      columns.add(names.get(i).asText());
    }
    List<List<Object>> rows = new ArrayList<>();
    for (JsonNode one : series) {
      for (JsonNode values : one.path("values")) {
        List<Object> row = new ArrayList<>();
        row.add(values.get(0).asLong());
        tags.forEach(tag -> row.add(one.path("tags").path(tag).asText()));
        for (int i = 1; i < values.size(); i++) {
          row.add(value(values.get(i)));
        }
        rows.add(row);
      }
    }
    return new Frame("", columns, rows);
  }

  private static Frame curve(JsonNode series, int column, String alias) {
    List<List<Object>> rows = new ArrayList<>();
    for (JsonNode values : series.path("values")) {
      List<Object> row = new ArrayList<>();
      row.add(values.get(0).asLong());
      row.add(value(values.get(column)));
      rows.add(row);
    }
    Map<String, String> tags = new TreeMap<>();
    series
        .path("tags")
        .properties()
        .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    String name = named(alias, series.path("columns").get(column).asText(), tags);
    return new Frame(name, List.of(TIME, name), rows);
  }

  private static String named(String alias, String column, Map<String, String> tags) {
    Matcher matcher = ALIAS.matcher(alias);
    StringBuilder name = new StringBuilder();
    while (matcher.find()) {
      String word = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      String text = matcher.group();
      if (word.equals("col")) {
        text = column;
      } else if (word.startsWith("tag_") && tags.containsKey(word.substring(4))) {
        text = tags.get(word.substring(4));
      }
      matcher.appendReplacement(name, Matcher.quoteReplacement(text));
    }
    return matcher.appendTail(name).toString();
  }

  private static Object value(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    return node.isNumber() ? (Object) node.asDouble() : node.asText();
  }

  /** Rows in which anything but the time and the tags is known. */
  long filled() {
    return rows.stream().filter(row -> row.get(row.size() - 1) != null || holdsValue(row)).count();
  }

  private static boolean holdsValue(List<Object> row) {
    return row.stream().skip(1).anyMatch(value -> value instanceof Double);
  }
}
