package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One InfluxQL query of a panel.
 *
 * @param text InfluxQL with Grafana's variables; names of tags, fields and aliases in double quotes
 * @param table whether Grafana makes one table of the answer, else a series of each column
 * @param alias names the series, with {@code $tag_account} and {@code $col}; empty for a table
 */
record Query(String text, boolean table, String alias) {
  static final ObjectNode SOURCE = Json.object("type", "influxdb", "uid", "${datasource}");

  /**
   * A query whose answer is one table: the time, the tags by which it is grouped, the columns.
   *
   * @param text may stand on several lines, and hold {@code %s}
   * @param scope what stands for {@code %s}
   */
  static Query table(String text, Object... scope) {
    return new Query(onOneLine(text, scope), true, "");
  }

  /** A query whose answer is a series for each column and each combination of its tags. */
  static Query series(String alias, String text, Object... scope) {
    return new Query(onOneLine(text, scope), false, alias);
  }

  private static String onOneLine(String text, Object... scope) {
    return Blanks.filled(text, scope).strip().replaceAll("\\s+", " ");
  }

  ObjectNode toJson(String reference) {
    ObjectNode target = Json.object("datasource", SOURCE, "refId", reference);
    if (!alias.isEmpty()) {
      target.put("alias", alias);
    }
    return target
        .put("query", text)
        .put("rawQuery", true)
        .put("resultFormat", table ? "table" : "time_series");
  }
}
