package io.banwatch.dashboards;

/** Alerts whose newest change in the time shown says that they fire. */
final class OpenAlerts {
  private OpenAlerts() {}

  static Panel panel(String scope) {
    Panel table =
        Panels.table(
                "Open alerts",
                "What is open, since when, and what is the next step? (Alerts that changed last"
                    + " before the time shown are counted above, but not listed: show more time.)")
            .size(24, 9)
            .empty("nothing is open that changed in this time")
            .ask(
                Query.table(
                    """
                    SELECT "starts_at", "severity_level", "summary", "next_step" FROM
                    (SELECT last("firing") AS "open", "starts_at", "severity_level", "summary",
                    "next_step" FROM "alert_changes" WHERE $timeFilter AND %s
                    GROUP BY "vendor", "account", "team", "api_key", "signal") WHERE "open" = 1
                    GROUP BY "vendor", "account", "team", "api_key", "signal\"\
                    """,
                    scope));
    return new Columns(table)
        .level("severity_level", "Severity")
        .column("starts_at", "Since", 120, "unit", "dateTimeFromNow")
        .signal()
        .account()
        .key()
        .team()
        .text("summary", "What")
        .text("next_step", "Next step")
        .vendor()
        .sortedBy("Severity")
        .panel();
  }
}
