package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a table, in their order. Grafana gives the tags of an answer in any order, and a
 * time even to a sum.
 */
final class Columns {
  private final Panel panel;
  private final List<String> names = new ArrayList<>();
  private final ArrayNode sorting = Json.array();
  private boolean time;

  Columns(Panel panel) {
    this.panel = panel;
  }

  /** Makes one table of several queries: rows with the same tags become one. */
  Columns merged() {
    panel.transform(
        "filterFieldsByName", Json.object("exclude", Json.object("names", Json.array("Time"))));
    panel.transform("merge", Json.object());
    return this;
  }

  /**
   * A column.
   *
   * @param name of the tag or of the query's alias
   * @param shown its heading
   * @param width in pixels; 0 for what is left
   * @param settings a setting's name, its value, and so on
   */
  Columns column(String name, String shown, int width, Object... settings) {
    names.add(name);
    List<Object> all = new ArrayList<>(List.of("displayName", shown));
    if (width > 0) {
      all.addAll(List.of("custom.width", width));
    }
    all.addAll(List.of(settings));
    panel.override(name, all.toArray());
    return this;
  }

  Columns time(String shown) {
    time = true;
    return column("Time", shown, 165, "unit", "dateTimeAsIso");
  }

  Columns vendor() {
    return column("vendor", "Vendor", 95);
  }

  Columns team() {
    return column("team", "Team", 120);
  }

  Columns account() {
    return column("account", "Account", 210, "links", Json.array(Links.toAccount()));
  }

  Columns key() {
    return column("api_key", "Key", 190, "links", Json.array(Links.toKey(), Links.toTuning()));
  }

  Columns signal() {
    return column("signal", "Signal", 150);
  }

  /** Whether an alert fires or has ended. */
  Columns status() {
    return column("status", "Status", 90);
  }

  /** A level as a number, shown as a coloured word. */
  Columns level(String name, String shown) {
    return column(
        name,
        shown,
        100,
        "mappings",
        Level.byNumber(),
        "thresholds",
        Level.steps(),
        "custom.cellOptions",
        coloured());
  }

  /** A share, coloured by how near 100 % is. */
  Columns share(String name, String shown) {
    return column(
        name,
        shown,
        115,
        "unit",
        "percentunit",
        "decimals",
        0,
        "thresholds",
        Thresholds.ofShare(),
        "custom.cellOptions",
        coloured());
  }

  Columns number(String name, String shown, String unit) {
    return column(name, shown, 90, "unit", unit);
  }

  /** Text that may take several lines. */
  Columns text(String name, String shown) {
    return column(
        name, shown, 0, "custom.cellOptions", Json.object("type", "auto", "wrapText", true));
  }

  /** A column with the greatest value of others. */
  Columns greatest(String name, String shown, List<String> others) {
    panel.transform(
        "calculateField",
        Json.object(
            "alias",
            name,
            "mode",
            "reduceRow",
            "reduce",
            Json.object("include", others, "reducer", "max"),
            "replaceFields",
            false));
    return share(name, shown);
  }

  Columns sortedBy(String shown) {
    sorting.add(Json.object("desc", true, "displayName", shown));
    return this;
  }

  Panel panel() {
    ObjectNode order = Json.object();
    for (int i = 0; i < names.size(); i++) {
      order.put(names.get(i), i);
    }
    panel.transform(
        "organize",
        Json.object(
            "excludeByName",
            time ? Json.object() : Json.object("Time", true),
            "indexByName",
            order,
            "renameByName",
            Json.object()));
    return panel.option("sortBy", sorting);
  }

  static ObjectNode coloured() {
    return Json.object("mode", "basic", "type", "color-background");
  }
}
