package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Marks in every curve where an alert opened or climbed: one query for each severity. */
final class Annotations {
  private Annotations() {}

  static ArrayNode of(Kept kept, String scope) {
    return Json.array(
        annotation(Level.CRITICAL, kept, scope),
        annotation(Level.WARNING, kept, scope),
        annotation(Level.INFO, kept, scope));
  }

  private static ObjectNode annotation(Level level, Kept kept, String scope) {
    String query =
        """
        SELECT "summary", "next_step" FROM %s \
        WHERE $timeFilter AND "severity" = '%s' AND "status" = 'firing' AND %s \
        GROUP BY "severity", "signal", "account", "api_key\"\
        """
            .formatted(kept.of("alert_changes"), level.word(), scope);
    String name = "Alerts: " + level.word();
    return Json.object(
        "datasource",
        Query.SOURCE,
        "enable",
        level != Level.INFO,
        "hide",
        false,
        "iconColor",
        level.colour(),
        "name",
        name,
        "target",
        Json.object(
            "fromAnnotations", true,
            "name", name,
            "query", query,
            "queryType", "tags",
            "rawQuery", true,
            "refId", "Anno",
            "resultFormat", "table",
            "tagsColumn", "severity,signal,account,api_key",
            "textColumn", "summary",
            "textEditor", true,
            "timeEndColumn", "",
            "titleColumn", ""));
  }
}
