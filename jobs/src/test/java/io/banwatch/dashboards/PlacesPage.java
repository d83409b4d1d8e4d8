package io.banwatch.dashboards;

import java.util.List;

/** Where keys are used. */
final class PlacesPage {
  static final String UID = "banwatch-places";

  private PlacesPage() {}

  static Page page() {
    return new Page(
        UID,
        "Places",
        "From where is what used, and what of that is new?",
        "now-24h",
        List.of(Variable.VENDOR, Variable.ACCOUNT, Variable.TEAM, Variable.KEY),
        Scope.KEY,
        List.of(
            Page.section(
                "",
                Places.map(Scope.KEY),
                AlertChanges.of(
                    "New countries and networks, and travel",
                    "Which key was seen where it never was, or in two places at once?",
                    "new-country|new-network|unsupported-region|impossible-travel",
                    Scope.KEY),
                Places.countries(Scope.KEY).size(12, 9),
                addresses(),
                Places.table(Scope.KEY).size(24, 12))));
  }

  private static Panel addresses() {
    return Panels.lines(
            "Addresses at once, by key",
            "Is a key suddenly used from many addresses? (Within ten seconds; counted up to 32.)")
        .size(12, 9)
        .unit("none")
        .empty(Places.EMPTY)
        .ask(
            Query.series(
                "$tag_api_key",
                """
                SELECT max("addresses") AS "addresses" FROM "key_usage"
                WHERE $timeFilter AND %s GROUP BY time($__interval), "api_key" fill(null)\
                """,
                Scope.KEY));
  }
}
