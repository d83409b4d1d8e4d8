package io.banwatch.dashboards;

import java.util.List;

/** The page to open first: what is wrong, whose it is, since when. */
final class OverviewPage {
  static final String UID = "banwatch-overview";

  private OverviewPage() {}

  static Page page() {
    return new Page(
        UID,
        "Overview",
        "What is wrong now, with which account, and since when?",
        "now-24h",
        List.of(Variable.VENDOR, Variable.ACCOUNT),
        Scope.ACCOUNT,
        List.of(
            Page.section(
                "",
                open(Level.CRITICAL, "somebody should look now"),
                open(Level.WARNING, "somebody should look today"),
                open(Level.INFO, "worth knowing"),
                newest(),
                keys(),
                requests(),
                accounts(),
                nearness(),
                OpenAlerts.panel(Scope.ACCOUNT).size(24, 6),
                severity(),
                pace(),
                AlertChanges.newest(Scope.ACCOUNT).size(24, 7))));
  }

  private static Panel open(Level level, String meaning) {
    return Panels.number(
            "Open: " + level.word(),
            "How many %s alerts are open (%s)?".formatted(level.word(), meaning))
        .size(4, 4)
        .unit("none")
        .field("thresholds", level.fromOne())
        .empty("none: nothing was alerted in this time")
        .ask(
            Query.table(
                """
                SELECT sum("%s") AS "open" FROM (SELECT last("%s") AS "%s" FROM "account_alerts"
                WHERE $timeFilter AND %s GROUP BY "vendor", "account")\
                """,
                level.word(), level.word(), level.word(), Scope.ACCOUNT));
  }

  private static Panel newest() {
    return Panels.number(
            "Newest traffic",
            "Is this page up to date? The time of the newest slice of traffic that was judged.")
        .size(4, 4)
        .unit("dateTimeFromNow")
        .option(
            "reduceOptions",
            Json.object("calcs", Json.array("lastNotNull"), "fields", "/^Time$/", "values", false))
        .empty("no traffic in this time: is Banwatch running, and storing?")
        .ask(
            Query.table(
                "SELECT last(\"records\") AS \"records\" FROM \"pipeline\" WHERE $timeFilter"));
  }

  private static Panel keys() {
    return Panels.number("Keys in use", "How many keys were used in this time?")
        .size(4, 4)
        .unit("none")
        .empty("none: no traffic in this time")
        .ask(
            Query.table(
                """
                SELECT count("requests") AS "keys" FROM (SELECT sum("requests") AS "requests"
                FROM "key_usage" WHERE $timeFilter AND %s GROUP BY "vendor", "account", "api_key")\
                """,
                Scope.ACCOUNT));
  }

  private static Panel requests() {
    return Panels.number("Requests", "How many requests were made in this time?")
        .size(4, 4)
        .unit("short")
        .empty("none: no traffic in this time")
        .ask(
            Query.table(
                """
                SELECT sum("requests") AS "requests" FROM "account_usage"
                WHERE $timeFilter AND %s\
                """,
                Scope.ACCOUNT));
  }

  private static Panel accounts() {
    Panel table =
        Panels.table(
                "Accounts, worst first",
                "Which account needs somebody, and how near is each to its vendor's limits?")
            .size(16, 8)
            .empty("no traffic and no alert in this time")
            .ask(
                Query.table(
                    """
                    SELECT last("worst") AS "worst", last("critical") AS "critical",
                    last("warning") AS "warning", last("info") AS "info" FROM "account_alerts"
                    WHERE $timeFilter AND %s GROUP BY "vendor", "account\"\
                    """,
                    Scope.ACCOUNT))
            .ask(
                Query.table(
                    """
                    SELECT sum("requests") AS "requests", sum("errors") / sum("requests") AS "failed",
                    sum("cost_usd") AS "cost" FROM "account_usage"
                    WHERE $timeFilter AND %s GROUP BY "vendor", "account\"\
                    """,
                    Scope.ACCOUNT))
            .ask(
                Query.table(
                    """
                    SELECT max("used_share") AS "limit_used" FROM "account_limits"
                    WHERE $timeFilter AND %s GROUP BY "vendor", "account\"\
                    """,
                    Scope.ACCOUNT));
    return new Columns(table)
        .merged()
        .level("worst", "Worst now")
        .account()
        .number("critical", "Critical", "none")
        .number("warning", "Warning", "none")
        .number("info", "Info", "none")
        .share("limit_used", "Limit used")
        .number("requests", "Requests", "short")
        .number("failed", "Failed", "percentunit")
        .number("cost", "Cost", "currencyUSD")
        .vendor()
        .sortedBy("Worst now")
        .panel();
  }

  private static Panel nearness() {
    return Limits.ofAccounts(Scope.ACCOUNT).size(8, 8);
  }

  private static Panel severity() {
    return Panels.states(
            "Worst open alert, by account", "Since when is an account in trouble, and how badly?")
        .size(12, 8)
        .interval("1m")
        .empty("nothing was alerted in this time")
        .ask(
            Query.series(
                "$tag_account",
                """
                SELECT max("worst") AS "worst" FROM "account_alerts"
                WHERE $timeFilter AND %s GROUP BY time($__interval), "account" fill(previous)\
                """,
                Scope.ACCOUNT));
  }

  private static Panel pace() {
    return Panels.lines(
            "Requests a minute, by account",
            "Does an account's traffic look different from before?")
        .size(12, 8)
        .points(150)
        .unit("short")
        .empty("no traffic in this time")
        .ask(
            Query.series(
                "$tag_account",
                """
                SELECT sum("requests") * 60000 / $__interval_ms AS "requests" FROM "account_usage"
                WHERE $timeFilter AND %s GROUP BY time($__interval), "account" fill(null)\
                """,
                Scope.ACCOUNT));
  }
}
