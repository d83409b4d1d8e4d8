package io.banwatch.dashboards;

import java.util.List;

/** One key: whom to talk to. */
final class KeyPage {
  static final String UID = "banwatch-key";

  private KeyPage() {}

  static Page page() {
    return new Page(
        UID,
        "Key",
        "What does this key do, from where, and is it as it always was?",
        "now-6h",
        List.of(Variable.VENDOR, Variable.ACCOUNT, Variable.TEAM, Variable.KEY.one()),
        Scope.KEY,
        List.of(
            Page.section(
                "",
                total("Requests", "How many requests were made?", "short", "sum(\"requests\")"),
                total(
                        "Failed",
                        "Which share of the requests was neither answered nor refused on purpose?",
                        "percentunit",
                        "sum(\"errors\") / sum(\"requests\")")
                    .field("decimals", 1),
                total("Cost", "What did it cost?", "currencyUSD", "sum(\"cost_usd\")"),
                total(
                    "Output tokens",
                    "How many tokens were generated?",
                    "short",
                    "sum(\"output_tokens\")"),
                total(
                    "Addresses at once",
                    "From how many addresses was it used within ten seconds, at most?",
                    "none",
                    "max(\"addresses\")"),
                total(
                    "Countries at once",
                    "From how many countries was it used within ten seconds, at most?",
                    "none",
                    "max(\"countries\")"),
                OpenAlerts.panel(Scope.KEY).size(24, 7),
                pace(Pace.Measure.REQUESTS),
                pace(Pace.Measure.INPUT),
                pace(Pace.Measure.OUTPUT),
                Usage.answers("key_usage", Scope.KEY).size(12, 8),
                Usage.failures("key_usage", Scope.KEY).size(12, 8),
                Usage.tokens("key_usage", Scope.KEY).size(12, 8),
                Places.countries(Scope.KEY).size(12, 8),
                Places.table(Scope.KEY))));
  }

  private static Panel total(String title, String question, String unit, String sum) {
    return Usage.total(title, question, unit, sum, "key_usage", Scope.KEY);
  }

  private static Panel pace(Pace.Measure measure) {
    return Pace.panel("key", Kept.DAYS.of("key_pace"), measure, Pace.Window.TEN_MINUTES, Scope.KEY);
  }
}
