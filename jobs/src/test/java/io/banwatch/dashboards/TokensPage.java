package io.banwatch.dashboards;

import java.util.List;

/** Tokens and the vendor's limits on them. */
final class TokensPage {
  static final String UID = "banwatch-tokens";

  private TokensPage() {}

  static Page page() {
    return new Page(
        UID,
        "Tokens and limits",
        "How near are we to what the vendors allow, and who uses it up?",
        "now-6h",
        List.of(Variable.VENDOR, Variable.ACCOUNT, Variable.TEAM, Variable.KEY),
        Scope.ACCOUNT,
        List.of(
            Page.section(
                "Limits of whole accounts",
                Limits.ofModels(Scope.ACCOUNT).size(8, 9),
                Limits.overTime(Kept.DAYS, Scope.ACCOUNT).size(16, 9),
                left()),
            Page.section(
                "Use by keys",
                Usage.tokens("key_usage", Scope.KEY).size(12, 9),
                cost(),
                Usage.keys(Scope.KEY))));
  }

  private static Panel left() {
    Panel table =
        Panels.table(
                "What was left at the tightest moment",
                "How many requests and tokens did the vendor still allow, of how many?")
            .size(24, 8)
            .empty(Limits.EMPTY)
            .ask(
                Query.table(
                    """
                    SELECT max("used_share") AS "used", min("requests_remaining") AS "requests_left",
                    last("requests_allowed") AS "requests_of", min("tokens_remaining") AS "tokens_left",
                    last("tokens_allowed") AS "tokens_of" FROM "account_limits"
                    WHERE $timeFilter AND %s GROUP BY "vendor", "account", "model\"\
                    """,
                    Scope.ACCOUNT));
    return new Columns(table)
        .share("used", "Used")
        .account()
        .column("model", "Model", 260)
        .number("requests_left", "Requests left", "short")
        .number("requests_of", "of", "short")
        .number("tokens_left", "Tokens left", "short")
        .number("tokens_of", "of ", "short")
        .vendor()
        .sortedBy("Used")
        .panel();
  }

  private static Panel cost() {
    return Panels.stacked("Cost an hour, by account", "What does it cost, and does that change?")
        .size(12, 9)
        .unit("currencyUSD")
        .empty(Usage.NO_TRAFFIC)
        .ask(
            Query.series(
                "$tag_account",
                """
                SELECT sum("cost_usd") * 3600000 / $__interval_ms AS "cost" FROM "key_usage"
                WHERE $timeFilter AND %s GROUP BY time($__interval), "account" fill(null)\
                """,
                Scope.KEY));
  }
}
