package io.banwatch.dashboards;

import java.util.List;

/** What was told, with its evidence. */
final class AlertsPage {
  static final String UID = "banwatch-alerts";
  private static final String SCOPE = Scope.KEY + " AND \"signal\" =~ /^${signal:regex}$/";

  private AlertsPage() {}

  static Page page() {
    return new Page(
        UID,
        "Alerts",
        "What was alerted, on which evidence, and how long did it last?",
        "now-24h",
        List.of(
            Variable.of("vendor", "Vendor", "alert_changes"),
            Variable.of("account", "Account", "alert_changes", "vendor"),
            Variable.of("team", "Team", "alert_changes", "vendor", "account"),
            Variable.of("api_key", "Key", "alert_changes", "vendor", "account", "team"),
            Variable.of(
                "signal", "Signal", "alert_changes", "vendor", "account", "team", "api_key")),
        SCOPE,
        List.of(
            Page.section(
                "",
                opened(Level.CRITICAL),
                opened(Level.WARNING),
                opened(Level.INFO),
                signals(),
                timeline(),
                AlertChanges.evidence(SCOPE))));
  }

  private static Panel opened(Level level) {
    return Panels.number(
            "Told as " + level.word(),
            "How many alerts were %s in this time?".formatted(level.word()))
        .size(4, 7)
        .unit("none")
        .field("thresholds", level.fromOne())
        .empty("none in this time")
        .ask(
            Query.table(
                """
                SELECT count(distinct("alert_id")) AS "alerts" FROM "alert_changes"
                WHERE $timeFilter AND "status" = 'firing' AND "severity" = '%s' AND %s\
                """,
                level.word(), SCOPE));
  }

  private static Panel signals() {
    return Panels.gauges("By signal", "Which signals spoke?")
        .size(12, 7)
        .unit("none")
        .field("thresholds", Thresholds.plain(Level.INFO.colour()))
        .empty("none in this time")
        .ask(
            Query.series(
                "$tag_signal",
                """
                SELECT count(distinct("alert_id")) AS "alerts" FROM "alert_changes"
                WHERE $timeFilter AND "status" = 'firing' AND %s GROUP BY "signal\"\
                """,
                SCOPE));
  }

  private static Panel timeline() {
    return Panels.states(
            "When what was open",
            "What was open at the same time? (A row begins with the first change in this time.)")
        .size(24, 12)
        .empty("no alert changed in this time")
        .ask(
            Query.series(
                "$tag_signal, $tag_api_key $tag_account",
                """
                SELECT "severity_level" * "firing" AS "severity" FROM "alert_changes"
                WHERE $timeFilter AND %s GROUP BY "signal", "api_key", "account\"\
                """,
                SCOPE));
  }
}
