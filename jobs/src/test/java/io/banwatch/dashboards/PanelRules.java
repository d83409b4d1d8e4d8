package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What holds for every panel. */
final class PanelRules {
  /** Of those that Grafana brings: another would have to be installed. */
  private static final Set<String> TYPES =
      Set.of("bargauge", "geomap", "stat", "state-timeline", "table", "timeseries");

  private static final Set<String> UNITS =
      Set.of(
          "currencyUSD",
          "dateTimeAsIso",
          "dateTimeFromNow",
          "decbytes",
          "lengthkm",
          "none",
          "percentunit",
          "s",
          "short");

  private static final int COLUMNS = 24;

  private final DashboardFile file;
  private final Breaches breaches;

  private PanelRules(DashboardFile file) {
    this.file = file;
    this.breaches = new Breaches(file.name());
  }

  static Breaches of(DashboardFile file) {
    PanelRules rules = new PanelRules(file);
    rules.places();
    for (JsonNode panel : file.panels()) {
      rules.panel(panel, panel.path("title").asText());
    }
    return rules.breaches;
  }

  private void places() {
    Set<Integer> ids = new HashSet<>();
    Set<String> taken = new TreeSet<>();
    for (JsonNode panel : file.json().path("panels")) {
      String title = panel.path("title").asText();
      breaches.expect(ids.add(panel.path("id").asInt()), "%s has an id of its own", title);
      JsonNode place = panel.path("gridPos");
      int left = place.path("x").asInt();
      int right = left + place.path("w").asInt();
      breaches.expect(left >= 0 && right <= COLUMNS, "%s is within 24 columns", title);
      boolean free = true;
      for (int x = left; x < right; x++) {
        for (int y = 0; y < place.path("h").asInt(); y++) {
          free &= taken.add(x + "," + (place.path("y").asInt() + y));
        }
      }
      breaches.expect(free, "%s covers no other panel", title);
    }
  }

  private void panel(JsonNode panel, String title) {
    String type = panel.path("type").asText();
    breaches.expect(!title.isBlank(), "a panel has a title");
    breaches.expect(
        panel.path("description").asText().contains("?"), "%s: its description asks", title);
    breaches.expect(TYPES.contains(type), "%s: %s is no panel of Grafana's own", title, type);
    JsonNode defaults = panel.at("/fieldConfig/defaults");
    breaches.expect(
        UNITS.contains(defaults.path("unit").asText()),
        "%s: no unit such as %s",
        title,
        defaults.path("unit").asText());
    breaches.expect(
        !defaults.path("noValue").asText().isBlank(), "%s says why it may be empty", title);
    breaches.expect(!panel.path("targets").isEmpty(), "%s asks something", title);
    for (JsonNode target : panel.path("targets")) {
      breaches.add(QueryRules.of(file.name() + ", " + title, target.path("query").asText()));
    }
    overrides(panel, title);
    words(panel, title);
    if (type.equals("geomap")) {
      JsonNode base = panel.at("/options/basemap");
      breaches.expect(
          base.path("type").asText().equals("geojson")
              && base.at("/config/src").asText().startsWith("public/"),
          "%s: its base layer comes from Grafana itself, not from the network",
          title);
    }
  }

  private void overrides(JsonNode panel, String title) {
    for (JsonNode override : panel.at("/fieldConfig/overrides")) {
      for (JsonNode property : override.path("properties")) {
        String unit = property.path("value").asText();
        breaches.expect(
            !property.path("id").asText().equals("unit") || UNITS.contains(unit),
            "%s: no unit such as %s",
            title,
            unit);
      }
    }
  }

  /** A level is a colour and a word, the same everywhere. */
  private void words(JsonNode panel, String title) {
    for (Level level : Level.values()) {
      for (JsonNode mapped : panel.findValues(level.number())) {
        breaches.expect(
            mapped.path("text").asText().equals(level.word())
                && mapped.path("color").asText().equals(level.colour()),
            "%s: %s is %s in its colour",
            title,
            level.number(),
            level.word());
      }
    }
    for (String colour : panel.findValuesAsText("color")) {
      breaches.expect(
          Palette.holds(colour),
          "%s: %s is a colour of the palette",
          title,
          colour.toLowerCase(Locale.ROOT));
    }
  }
}
