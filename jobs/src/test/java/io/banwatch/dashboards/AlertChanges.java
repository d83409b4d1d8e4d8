package io.banwatch.dashboards;

/** What was told, as a list. */
final class AlertChanges {
  private AlertChanges() {}

  static Panel newest(String scope) {
    Panel table =
        Panels.table("What changed", "Which alerts opened, climbed or ended in this time?")
            .size(24, 9)
            .empty("no alert changed in this time")
            .ask(
                Query.table(
                    """
                    SELECT "severity_level", "summary" FROM "alert_changes"
                    WHERE $timeFilter AND %s GROUP BY "status", "account", "api_key", "signal\"\
                    """,
                    scope));
    return new Columns(table)
        .time("When")
        .status()
        .level("severity_level", "Severity")
        .signal()
        .account()
        .key()
        .text("summary", "What")
        .sortedBy("When")
        .panel();
  }

  static Panel evidence(String scope) {
    Panel table =
        Panels.table(
                "Every change, with its evidence",
                "What was seen, what was expected, why might a vendor act on it, and what is to be"
                    + " done?")
            .size(24, 14)
            .empty("no alert changed in this time")
            .ask(
                Query.table(
                    """
                    SELECT "severity_level", "observed", "record", "threshold", "unit",
                    "open_seconds", "summary", "reason", "next_step" FROM "alert_changes"
                    WHERE $timeFilter AND %s
                    GROUP BY "status", "vendor", "account", "team", "api_key", "signal\"\
                    """,
                    scope));
    return new Columns(table)
        .time("When")
        .status()
        .level("severity_level", "Severity")
        .signal()
        .account()
        .key()
        .text("summary", "What")
        .number("observed", "Observed", "short")
        .number("record", "Record", "short")
        .number("threshold", "Threshold", "short")
        .column("unit", "Of", 90)
        .number("open_seconds", "Open for", "s")
        .text("reason", "Why it matters")
        .text("next_step", "Next step")
        .team()
        .vendor()
        .sortedBy("When")
        .panel();
  }

  /** Of some signals only. */
  static Panel of(String title, String question, String signals, String scope) {
    Panel table =
        Panels.table(title, question)
            .size(24, 9)
            .empty("nothing of the kind was alerted in this time")
            .ask(
                Query.table(
                    """
                    SELECT "severity_level", "summary", "next_step" FROM "alert_changes"
                    WHERE $timeFilter AND "signal" =~ /^(%s)$/ AND %s
                    GROUP BY "status", "account", "api_key", "signal\"\
                    """,
                    signals, scope));
    return new Columns(table)
        .time("When")
        .status()
        .level("severity_level", "Severity")
        .signal()
        .account()
        .key()
        .text("summary", "What")
        .text("next_step", "Next step")
        .sortedBy("When")
        .panel();
  }
}
