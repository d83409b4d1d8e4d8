package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A panel: its question is its description, its queries answer it. */
final class Panel {
  private final String type;
  private final String title;
  private final String question;
  private final List<Query> queries = new ArrayList<>();
  private final ObjectNode defaults = Json.object();
  private final ObjectNode custom = Json.object();
  private final ObjectNode options = Json.object();
  private final ArrayNode overrides = Json.array();
  private final ArrayNode transformations = Json.array();
  private String interval = "";
  private int points;
  private int width = 24;
  private int height = 8;

  Panel(String type, String title, String question) {
    this.type = type;
    this.title = title;
    this.question = question;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  Panel size(int columns, int rows) {
    width = columns;
    height = rows;
    return this;
  }

  Panel ask(Query query) {
    queries.add(query);
    return this;
  }

  /** The finest step of {@code $__interval}, as {@code 1m}. */
  Panel interval(String finest) {
    interval = finest;
    return this;
  }

  /** At most so many steps of {@code $__interval}: fewer than there are pixels. */
  Panel points(int most) {
    points = most;
    return this;
  }

  /** What stands in the panel when the query gives nothing: why that is so. */
  Panel empty(String why) {
    return field("noValue", why);
  }

  Panel unit(String unit) {
    return field("unit", unit);
  }

  /** A setting of all fields, such as {@code unit}, {@code thresholds} or {@code mappings}. */
  Panel field(String name, Object value) {
    defaults.set(name, Json.MAPPER.valueToTree(value));
    return this;
  }

  /** A setting of all fields that only this type of panel knows. */
  Panel custom(String name, Object value) {
    custom.set(name, Json.MAPPER.valueToTree(value));
    return this;
  }

  Panel option(String name, Object value) {
    options.set(name, Json.MAPPER.valueToTree(value));
    return this;
  }

  /**
   * Other settings for the field or series of this name.
   *
   * @param namesAndValues a setting's name, its value, and so on
   */
  Panel override(String field, Object... namesAndValues) {
    ArrayNode properties = Json.array();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.add(Json.object("id", namesAndValues[i], "value", namesAndValues[i + 1]));
    }
    overrides.add(
        Json.object(
            "matcher", Json.object("id", "byName", "options", field), "properties", properties));
    return this;
  }

  Panel transform(String id, JsonNode settings) {
    transformations.add(Json.object("id", id, "options", settings));
    return this;
  }

  ObjectNode toJson(int id, int left, int top) {
    if (!custom.isEmpty()) {
      defaults.set("custom", custom);
    }
    ObjectNode panel =
        Json.object(
            "datasource",
            Query.SOURCE,
            "description",
            question,
            "fieldConfig",
            Json.object("defaults", defaults, "overrides", overrides),
            "gridPos",
            Json.object("h", height, "w", width, "x", left, "y", top),
            "id",
            id);
    if (!interval.isEmpty()) {
      panel.put("interval", interval);
    }
    if (points > 0) {
      panel.put("maxDataPoints", points);
    }
    panel.set("options", options);
    ArrayNode targets = Json.array();
    for (int i = 0; i < queries.size(); i++) {
      targets.add(queries.get(i).toJson(Character.toString('A' + i)));
    }
    panel.set("targets", targets);
    panel.put("title", title);
    if (!transformations.isEmpty()) {
      panel.set("transformations", transformations);
    }
    return panel.put("type", type);
  }
}
