package io.banwatch.dashboards;

import java.util.ArrayList;
import java.util.List;

/** Where thresholds sit. */
final class TuningPage {
  static final String UID = "banwatch-tuning";

  private TuningPage() {}

  static Page page() {
    return new Page(
        UID,
        "Tuning",
        "Where do the thresholds sit, above what is usual, and below what would hurt?",
        "now-24h",
        List.of(Variable.VENDOR, Variable.ACCOUNT, Variable.TEAM, Variable.KEY.one()),
        Scope.KEY,
        List.of(
            Page.section("All keys", nearest(Kept.DAYS)),
            Page.section("The key", paces("key", Kept.DAYS.of("key_pace"), Scope.KEY)),
            Page.section(
                "Its account", paces("account", Kept.DAYS.of("account_pace"), Scope.ACCOUNT))));
  }

  private static Panel[] paces(String whose, String source, String scope) {
    List<Panel> panels = new ArrayList<>();
    for (Pace.Measure measure : Pace.Measure.values()) {
      for (Pace.Window window : Pace.Window.values()) {
        panels.add(Pace.panel(whose, source, measure, window, scope));
      }
    }
    return panels.toArray(Panel[]::new);
  }

  /** The keys whose pace came nearest to what it is judged by. */
  static Panel nearest(Kept kept) {
    StringBuilder inner = new StringBuilder();
    StringBuilder outer = new StringBuilder();
    for (Pace.Measure measure : Pace.Measure.values()) {
      for (Pace.Window window : Pace.Window.values()) {
        String field = measure.field(window);
        String separator = inner.isEmpty() ? "" : ", ";
        inner.append(
            "%s\"%s\" / \"%s_threshold\" AS \"%s\"".formatted(separator, field, field, field));
        outer.append("%smax(\"%s\") AS \"%s\"".formatted(separator, field, field));
      }
    }
    Panel table =
        Panels.table(
                "Who came nearest to a threshold",
                "Which keys would a lower threshold tell of first? 100 % is the threshold: what is"
                    + " above it was alerted, unless a planned event or a rise of all keys calmed"
                    + " it.")
            .size(24, 9)
            .empty("no traffic in this time")
            .ask(
                Query.table(
                    """
                    SELECT %s FROM (SELECT %s FROM %s WHERE $timeFilter AND %s)
                    WHERE $timeFilter GROUP BY "vendor", "account", "api_key\"\
                    """,
                    outer, inner, kept.of("key_pace"), Scope.TEAM));
    List<String> shares = new ArrayList<>();
    for (Pace.Measure measure : Pace.Measure.values()) {
      for (Pace.Window window : Pace.Window.values()) {
        shares.add(measure.field(window));
      }
    }
    Columns columns = new Columns(table).key().greatest("nearest", "Nearest", shares);
    for (Pace.Measure measure : Pace.Measure.values()) {
      for (Pace.Window window : Pace.Window.values()) {
        columns.share(measure.field(window), heading(measure, window));
      }
    }
    return columns.account().vendor().sortedBy("Nearest").panel();
  }

  private static String heading(Pace.Measure measure, Pace.Window window) {
    return measure.words().replace(" tokens", "") + " " + window.suffix();
  }
}
