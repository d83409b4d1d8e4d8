package io.banwatch.dashboards;

import java.util.List;

/** One account: what gets banned. */
final class AccountPage {
  static final String UID = "banwatch-account";

  private AccountPage() {}

  static Page page() {
    return new Page(
        UID,
        "Account",
        "How does this account stand with its vendor, and which of its keys make the difference?",
        "now-6h",
        List.of(Variable.VENDOR, Variable.ACCOUNT.one()),
        Scope.ACCOUNT,
        List.of(
            Page.section(
                "",
                worst(),
                total("Requests", "How many requests were made?", "short", "sum(\"requests\")"),
                total(
                        "Failed",
                        "Which share of the requests was neither answered nor refused on purpose?",
                        "percentunit",
                        "sum(\"errors\") / sum(\"requests\")")
                    .field("decimals", 1),
                total("Cost", "What did it cost?", "currencyUSD", "sum(\"cost_usd\")"),
                total(
                    "Keys at once",
                    "How many keys were used within ten seconds, at most?",
                    "none",
                    "max(\"active_keys\")"),
                limit(),
                OpenAlerts.panel(Scope.ACCOUNT).size(24, 7),
                Usage.answers("account_usage", Scope.ACCOUNT).size(12, 8),
                Usage.failures("account_usage", Scope.ACCOUNT).size(12, 8),
                pace(Pace.Measure.REQUESTS),
                pace(Pace.Measure.INPUT),
                pace(Pace.Measure.OUTPUT),
                Limits.overTime(Kept.DAYS, Scope.ACCOUNT).size(24, 8),
                Usage.keys(Scope.ACCOUNT))));
  }

  private static Panel total(String title, String question, String unit, String sum) {
    return Usage.total(title, question, unit, sum, "account_usage", Scope.ACCOUNT);
  }

  private static Panel pace(Pace.Measure measure) {
    return Pace.panel(
        "account", Kept.DAYS.of("account_pace"), measure, Pace.Window.TEN_MINUTES, Scope.ACCOUNT);
  }

  private static Panel worst() {
    return Panels.number("Worst open alert", "How bad is it now?")
        .size(4, 4)
        .unit("none")
        .field("mappings", Level.byNumber())
        .field("thresholds", Level.steps())
        .empty("none: nothing was alerted in this time")
        .ask(
            Query.table(
                """
                SELECT last("worst") AS "worst" FROM "account_alerts"
                WHERE $timeFilter AND %s\
                """,
                Scope.ACCOUNT));
  }

  private static Panel limit() {
    return Panels.number("Limit used at most", "How near did it come to its vendor's limits?")
        .size(4, 4)
        .unit("percentunit")
        .field("decimals", 0)
        .field("thresholds", Thresholds.ofShare())
        .empty(Limits.EMPTY)
        .ask(
            Query.table(
                """
                SELECT max("used_share") AS "used" FROM "account_limits"
                WHERE $timeFilter AND %s\
                """,
                Scope.ACCOUNT));
  }
}
