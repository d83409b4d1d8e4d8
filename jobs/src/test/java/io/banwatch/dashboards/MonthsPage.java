package io.banwatch.dashboards;

import java.util.List;

/** What is older than the points of ten seconds: weeks beside weeks. */
final class MonthsPage {
  static final String UID = "banwatch-months";

  private static final String DAY = "24h";
  private static final String HOUR = "1h";

  private MonthsPage() {}

  static Page page() {
    return new Page(
        UID,
        "Months",
        "What grew over the last weeks, and how far above them do the thresholds sit?",
        "now-30d",
        List.of(
            variable("vendor", "Vendor"),
            variable("account", "Account", "vendor"),
            variable("team", "Team", "vendor", "account"),
            variable("api_key", "Key", "vendor", "account", "team").one()),
        Scope.ACCOUNT,
        Kept.MONTHS,
        List.of(
            Page.section(
                "Accounts",
                ofAccounts(
                    "Cost a day, by account", "Whose bill grows?", "cost_usd", "currencyUSD"),
                ofAccounts("Requests a day, by account", "Whose use grows?", "requests", "short"),
                alerts(),
                limits()),
            Page.section("Keys", countries(), nearest()),
            Page.section(
                "The key",
                pace(Pace.Measure.REQUESTS),
                pace(Pace.Measure.INPUT),
                pace(Pace.Measure.OUTPUT))));
  }

  private static Variable variable(String tag, String label, String... narrowedBy) {
    return Variable.of(Kept.MONTHS, tag, label, "key_usage", narrowedBy);
  }

  private static Panel ofAccounts(String title, String question, String field, String unit) {
    return Panels.stacked(title, question + " Days begin at midnight UTC.")
        .size(12, 8)
        .interval(DAY)
        .unit(unit)
        .empty(empty(Usage.NO_TRAFFIC))
        .ask(
            Query.series(
                "$tag_account",
                """
                SELECT sum("%s") * 86400000 / $__interval_ms AS "a day" FROM %s
                WHERE $timeFilter AND %s GROUP BY time($__interval), "account" fill(null)\
                """,
                field,
                Kept.MONTHS.of("account_usage"),
                Scope.ACCOUNT));
  }

  private static Panel alerts() {
    Panel panel =
        Panels.stacked(
                "Alerts a day, by severity",
                "Is more told than there was, or less? An alert that climbs counts in each severity that it"
                    + " had.")
            .size(12, 8)
            .interval(DAY)
            .unit("none")
            .empty(empty("none in this time"));
    for (Level level : List.of(Level.CRITICAL, Level.WARNING, Level.INFO)) {
      panel.override(level.word(), "color", Pace.fixed(level.colour()));
    }
    return panel.ask(
        Query.series(
            "$tag_severity",
            """
            SELECT count(distinct("alert_id")) * 86400000 / $__interval_ms AS "alerts" FROM %s
            WHERE $timeFilter AND "status" = 'firing' AND %s
            GROUP BY time($__interval), "severity" fill(null)\
            """,
            Kept.MONTHS.of("alert_changes"),
            Scope.ACCOUNT));
  }

  private static Panel countries() {
    return Panels.stacked(
            "Requests a day, by country", "Since when does traffic come from where it does?")
        .size(24, 8)
        .interval(DAY)
        .unit("short")
        .empty(empty(Places.EMPTY))
        .ask(
            Query.series(
                "$tag_country",
                """
                SELECT sum("requests") * 86400000 / $__interval_ms AS "requests" FROM %s
                WHERE $timeFilter AND %s GROUP BY time($__interval), "country" fill(null)\
                """,
                Kept.MONTHS.of("key_place"),
                Scope.TEAM));
  }

  private static Panel pace(Pace.Measure measure) {
    return Pace.panel(
            "key", Kept.MONTHS.of("key_pace"), measure, Pace.Window.SIXTY_MINUTES, Scope.KEY)
        .interval(HOUR)
        .empty(empty("no traffic of this key in this time"));
  }

  private static Panel limits() {
    return Limits.overTime(Kept.MONTHS, Scope.ACCOUNT)
        .size(12, 8)
        .interval(HOUR)
        .empty(empty(Limits.EMPTY));
  }

  private static Panel nearest() {
    return TuningPage.nearest(Kept.MONTHS).empty(empty("no traffic in this time"));
  }

  private static String empty(String why) {
    return why + ", or `banwatch store setup` was never run";
  }
}
