package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a table shows once its transformations are done.
 *
 * @param columns in their order
 * @param rows values by column
 */
record TableRows(List<String> columns, List<Map<String, Object>> rows) {
  static TableRows of(JsonNode panel, List<List<Frame>> answers, Look look) {
    boolean merged = panel.path("transformations").findValuesAsText("id").contains("merge");
    Map<List<Object>, Map<String, Object>> rows = new LinkedHashMap<>();
    for (List<Frame> frames : answers) {
      for (Frame frame : frames) {
        for (List<Object> values : frame.rows()) {
          Map<String, Object> row = row(frame, values, merged);
          rows.computeIfAbsent(merged ? texts(row) : List.of(rows.size()), none -> new TreeMap<>())
              .putAll(row);
        }
      }
    }
    List<Map<String, Object>> sorted = new ArrayList<>(rows.values());
    sorted.forEach(row -> calculate(panel, row));
    List<String> columns = columns(panel);
    for (JsonNode sorting : panel.at("/options/sortBy")) {
      columns.stream()
          .filter(column -> look.heading(column).equals(sorting.path("displayName").asText()))
          .forEach(column -> sorted.sort(descending(column)));
    }
    return new TableRows(columns, sorted);
  }

  private static void calculate(JsonNode panel, Map<String, Object> row) {
    for (JsonNode transformation : panel.path("transformations")) {
      if (transformation.path("id").asText().equals("calculateField")) {
        double most = 0;
        for (JsonNode name : transformation.at("/options/reduce/include")) {
          most = row.get(name.asText()) instanceof Double value ? Math.max(most, value) : most;
        }
        row.put(transformation.at("/options/alias").asText(), most);
      }
    }
  }

  private static List<String> columns(JsonNode panel) {
    List<String> columns = new ArrayList<>();
    for (JsonNode transformation : panel.path("transformations")) {
      transformation.at("/options/indexByName").fieldNames().forEachRemaining(columns::add);
    }
    return columns;
  }

  private static Map<String, Object> row(Frame frame, List<Object> values, boolean merged) {
    Map<String, Object> row = new TreeMap<>();
    for (int i = merged ? 1 : 0; i < values.size(); i++) {
      row.put(frame.columns().get(i), values.get(i));
    }
    return row;
  }

  /** What rows have in common: their tags. */
  private static List<Object> texts(Map<String, Object> row) {
    return row.values().stream().filter(String.class::isInstance).toList();
  }

  private static Comparator<Map<String, Object>> descending(String column) {
    return Comparator.comparingDouble(
        row -> row.get(column) instanceof Number number ? -number.doubleValue() : 1);
  }
}
