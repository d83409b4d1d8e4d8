package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The kinds of panels, each with what all of its kind have in common. */
final class Panels {
  private Panels() {}

  /** One number, large. */
  static Panel number(String title, String question) {
    return new Panel("stat", title, question)
        .option("colorMode", "background_solid")
        .option("graphMode", "none")
        .option("justifyMode", "center")
        .option("orientation", "auto")
        .option("reduceOptions", reduced())
        .option("textMode", "value")
        .option("wideLayout", true)
        .field("color", Json.object("mode", "thresholds"))
        .field("mappings", Json.array())
        .field("thresholds", Thresholds.plain(Level.NONE.colour()));
  }

  /** Curves over time. */
  static Panel lines(String title, String question) {
    return new Panel("timeseries", title, question)
        .option("legend", legend("bottom"))
        .option("tooltip", Json.object("mode", "multi", "sort", "desc"))
        .field("color", Json.object("mode", "palette-classic-by-name"))
        .field("min", 0)
        .field("thresholds", Thresholds.plain(Level.NONE.colour()))
        .custom("drawStyle", "line")
        .custom("lineInterpolation", "linear")
        .custom("lineWidth", 1)
        .custom("fillOpacity", 10)
        .custom("showPoints", "auto")
        .custom("pointSize", 4)
        .custom("spanNulls", 3_600_000)
        .custom("stacking", Json.object("group", "A", "mode", "none"));
  }

  /** Bars over time, one on the other. */
  static Panel stacked(String title, String question) {
    return lines(title, question)
        .points(120)
        .custom("drawStyle", "bars")
        .custom("fillOpacity", 80)
        .custom("lineWidth", 0)
        .custom("showPoints", "never")
        .custom("stacking", Json.object("group", "A", "mode", "normal"));
  }

  static Panel table(String title, String question) {
    return new Panel("table", title, question)
        .option("cellHeight", "sm")
        .option("showHeader", true)
        .field("color", Json.object("mode", "thresholds"))
        .field("mappings", Json.array())
        .field("thresholds", Thresholds.plain(Level.NONE.colour()))
        .unit("none")
        .custom("align", "auto")
        .custom("cellOptions", Json.object("type", "auto"))
        .custom("filterable", true)
        .custom("inspect", false);
  }

  /** One lying bar for each series. */
  static Panel gauges(String title, String question) {
    return new Panel("bargauge", title, question)
        .option("displayMode", "basic")
        .option("namePlacement", "left")
        .option("orientation", "horizontal")
        .option("reduceOptions", reduced())
        .option("showUnfilled", true)
        .option("sizing", "auto")
        .option("valueMode", "text")
        .field("color", Json.object("mode", "thresholds"))
        .field("min", 0);
  }

  /** What was the case, and from when to when: one row for each series. */
  static Panel states(String title, String question) {
    return new Panel("state-timeline", title, question)
        .option("alignValue", "left")
        .option("legend", legend("bottom"))
        .option("mergeValues", true)
        .option("rowHeight", 0.8)
        .option("showValue", "auto")
        .option("tooltip", Json.object("mode", "single", "sort", "none"))
        .field("color", Json.object("mode", "thresholds"))
        .field("mappings", Level.byNumber())
        .field("thresholds", Level.steps())
        .unit("none")
        .custom("fillOpacity", 90)
        .custom("lineWidth", 0)
        .custom("spanNulls", false);
  }

  static ObjectNode legend(String place) {
    return Json.object("displayMode", "list", "placement", place, "showLegend", true);
  }

  private static ObjectNode reduced() {
    return Json.object("calcs", Json.array("lastNotNull"), "fields", "", "values", false);
  }
}
