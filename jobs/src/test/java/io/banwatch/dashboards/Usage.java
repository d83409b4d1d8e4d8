package io.banwatch.dashboards;

/** What was used, in the fields that keys and accounts have in common. */
final class Usage {
  static final String NO_TRAFFIC = "no traffic in this time";

  private Usage() {}

  static Panel answers(String measurement, String scope) {
    return Panels.stacked(
            "Requests a minute, by outcome", "How much is sent, and how much of it is answered?")
        .unit("short")
        .empty(NO_TRAFFIC)
        .override("answered", "color", Pace.fixed(Palette.OBSERVED))
        .override("failed", "color", Pace.fixed(Level.CRITICAL.colour()))
        .ask(
            Query.series(
                "$col",
                """
                SELECT sum("ok") * 60000 / $__interval_ms AS "answered",
                sum("errors") * 60000 / $__interval_ms AS "failed" FROM "%s"
                WHERE $timeFilter AND %s GROUP BY time($__interval) fill(null)\
                """,
                measurement,
                scope));
  }

  /** All classes but ok: InfluxQL's expressions cannot say "not". */
  static Panel failures(String measurement, String scope) {
    return Panels.stacked(
            "Answers other than ok, by class",
            "What do the vendor and the gateway refuse, and since when?")
        .unit("none")
        .empty("every answer was ok in this time, or there was no traffic")
        .transform(
            "renameByRegex", Json.object("regex", "^sum_answer_(.*)$", "renamePattern", "$1"))
        .ask(
            Query.series(
                "$col",
                """
                SELECT sum(/^answer_([^o]|ov)/) FROM "%s"
                WHERE $timeFilter AND %s GROUP BY time($__interval) fill(null)\
                """,
                measurement,
                scope));
  }

  static Panel tokens(String measurement, String scope) {
    return Panels.stacked(
            "Tokens a minute, by kind",
            "How many tokens go in and out, and how many come from the cache?")
        .unit("short")
        .empty(NO_TRAFFIC)
        .ask(
            Query.series(
                "$col",
                """
                SELECT sum("uncached_input_tokens") * 60000 / $__interval_ms AS "uncached input",
                sum("cache_read_tokens") * 60000 / $__interval_ms AS "cache reads",
                sum("cache_write_tokens") * 60000 / $__interval_ms AS "cache writes",
                sum("output_tokens") * 60000 / $__interval_ms AS "output" FROM "%s"
                WHERE $timeFilter AND %s GROUP BY time($__interval) fill(null)\
                """,
                measurement,
                scope));
  }

  static Panel keys(String scope) {
    Panel table =
        Panels.table("Keys", "Who uses how much, from how many addresses and countries?")
            .size(24, 10)
            .empty(NO_TRAFFIC)
            .ask(
                Query.table(
                    """
                    SELECT sum("requests") AS "requests", sum("errors") / sum("requests") AS "failed",
                    sum("input_tokens_weighed") AS "input", sum("output_tokens") AS "output",
                    sum("cost_usd") AS "cost", max("addresses") AS "addresses",
                    max("countries") AS "countries" FROM "key_usage" WHERE $timeFilter AND %s
                    GROUP BY "vendor", "account", "team", "api_key\"\
                    """,
                    scope));
    return new Columns(table)
        .key()
        .team()
        .account()
        .vendor()
        .number("requests", "Requests", "short")
        .number("failed", "Failed", "percentunit")
        .number("input", "Input tokens", "short")
        .number("output", "Output tokens", "short")
        .number("cost", "Cost", "currencyUSD")
        .number("addresses", "Addresses", "none")
        .number("countries", "Countries", "none")
        .sortedBy("Requests")
        .panel();
  }

  /** One number over the time shown. */
  static Panel total(
      String title, String question, String unit, String sum, String measurement, String scope) {
    return Panels.number(title, question)
        .size(4, 4)
        .unit(unit)
        .empty(NO_TRAFFIC)
        .ask(
            Query.table(
                """
                SELECT %s AS "value" FROM "%s" WHERE $timeFilter AND %s\
                """,
                sum, measurement, scope));
  }
}
