package io.banwatch.dashboards;

/** How near accounts are to what their vendors allow. */
final class Limits {
  static final String EMPTY =
      "no limits known: the vendor's answers in the gateway's log carry no rate-limit headers";

  private Limits() {}

  static Panel ofAccounts(String scope) {
    return most(
        "How near did each account come to its vendor's limits, with its tightest model?",
        "$tag_account",
        "\"account\"",
        scope);
  }

  static Panel ofModels(String scope) {
    return most(
        "How near did each account come to its vendor's limits, by model?",
        "$tag_model, $tag_account",
        "\"account\", \"model\"",
        scope);
  }

  private static Panel most(String question, String alias, String tags, String scope) {
    return Panels.gauges("Limits: used at most", question)
        .unit("percentunit")
        .field("max", 1)
        .field("decimals", 0)
        .field("thresholds", Thresholds.ofShare())
        .option(
            "reduceOptions", Json.object("calcs", Json.array("max"), "fields", "", "values", false))
        .empty(EMPTY)
        .ask(
            Query.series(
                alias,
                """
                SELECT max("used_share") AS "used" FROM "account_limits"
                WHERE $timeFilter AND %s GROUP BY %s\
                """,
                scope,
                tags));
  }

  static Panel overTime(Kept kept, String scope) {
    return Panels.lines(
            "Share of the limit in use",
            "How much of what the vendor allows was in use at the tightest moment?")
        .unit("percentunit")
        .field("max", 1)
        .field("thresholds", Thresholds.ofShare())
        .custom("thresholdsStyle", Json.object("mode", "dashed"))
        .empty(EMPTY)
        .ask(
            Query.series(
                "$tag_model, $tag_account",
                """
                SELECT max("used_share") AS "used" FROM %s
                WHERE $timeFilter AND %s
                GROUP BY time($__interval), "account", "model" fill(null)\
                """,
                kept.of("account_limits"),
                scope));
  }
}
