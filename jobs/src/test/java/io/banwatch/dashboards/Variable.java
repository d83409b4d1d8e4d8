package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A choice at the top of a page.
 *
 * @param name as in {@code $account}
 * @param label what the reader sees
 * @param query gives the values
 * @param single whether exactly one value is chosen: the subject of a page about one thing
 */
record Variable(String name, String label, String query, boolean single) {
  static final Variable VENDOR = of("vendor", "Vendor", "key_usage");
  static final Variable ACCOUNT = of("account", "Account", "key_usage", "vendor");
  static final Variable TEAM = of("team", "Team", "key_usage", "vendor", "account");
  static final Variable KEY = of("api_key", "Key", "key_usage", "vendor", "account", "team");

  /** Values of a tag, narrowed by the variables to the left. */
  static Variable of(String tag, String label, String measurement, String... narrowedBy) {
    return of(Kept.DAYS, tag, label, measurement, narrowedBy);
  }

  static Variable of(
      Kept kept, String tag, String label, String measurement, String... narrowedBy) {
    StringBuilder query =
        new StringBuilder(
            "SHOW TAG VALUES FROM %s WITH KEY = \"%s\"".formatted(kept.of(measurement), tag));
    String word = " WHERE ";
    for (String other : narrowedBy) {
      query.append(word).append("\"%s\" =~ /^${%s:regex}$/".formatted(other, other));
      word = " AND ";
    }
    return new Variable(tag, label, query.toString(), false);
  }

  Variable one() {
    return new Variable(name, label, query, true);
  }

  ObjectNode toJson() {
    ObjectNode variable = Json.object();
    if (!single) {
      variable.put("allValue", ".*");
      variable.set(
          "current",
          Json.object("selected", true, "text", Json.array("All"), "value", Json.array("$__all")));
    } else {
      variable.set("current", Json.object());
    }
    variable.set("datasource", Query.SOURCE);
    variable.put("definition", query);
    variable.put("hide", 0);
    variable.put("includeAll", !single);
    variable.put("label", label);
    variable.put("multi", !single);
    variable.put("name", name);
    variable.set("options", Json.array());
    variable.put("query", query);
    variable.put("refresh", 2);
    variable.put("regex", "");
    variable.put("skipUrlSync", false);
    variable.put("sort", 5);
    return variable.put("type", "query");
  }

  /** The choice among the data sources, which every page begins with. */
  static ObjectNode source() {
    return Json.object(
        "current",
        Json.object(),
        "hide",
        0,
        "includeAll",
        false,
        "label",
        "Data source",
        "multi",
        false,
        "name",
        "datasource",
        "options",
        Json.array(),
        "query",
        "influxdb",
        "refresh",
        1,
        "regex",
        "",
        "skipUrlSync",
        false,
        "type",
        "datasource");
  }
}
