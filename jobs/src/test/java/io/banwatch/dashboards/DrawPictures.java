package io.banwatch.dashboards;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the two pictures of the README from the demo week. */
final class DrawPictures {
  /** Its overview: what a reader sees on Sunday at midnight. */
  private static final Instant END = Instant.parse("2026-11-16T00:00:00Z");

  /** Its token burst is on Saturday at 22:00. */
  private static final String KEY = "mail-drafts";

  private static final Instant END_OF_KEY = Instant.parse("2026-11-15T06:00:00Z");
  private static final int WHOLE = Integer.MAX_VALUE;

  private final InfluxQl influx;
  private final Path root;

  private DrawPictures(InfluxQl influx, Path root) {
    this.influx = influx;
    this.root = root;
  }

  /**
   * Writes {@code docs/dashboard-overview.svg} and {@code docs/dashboard-tuning.svg}.
   *
   * @param arguments the repository's root; InfluxDB's address with the database as its path, which
   *     holds the demo week; the token, where one is needed, stands in {@code
   *     BANWATCH_INFLUX_TOKEN}
   */
  public static void main(String[] arguments) throws Exception {
    URI address = URI.create(arguments[1]);
    String token = System.getenv().getOrDefault("BANWATCH_INFLUX_TOKEN", "");
    InfluxQl influx = new InfluxQl(address, address.getPath().substring(1), token);
    DrawPictures pictures = new DrawPictures(influx, Path.of(arguments[0]));
    pictures.overview();
    pictures.tuning();
  }

  private void overview() throws IOException, InterruptedException {
    Map<String, Choice> choices = Map.of("vendor", Choice.all(), "account", Choice.all());
    draw("overview", END, choices, "all vendors, all accounts, last 24 hours", WHOLE);
  }

  private void tuning() throws IOException, InterruptedException {
    Instant from = END_OF_KEY.minus(Duration.ofDays(1));
    Map<String, Choice> choices = new HashMap<>();
    for (String name : List.of("vendor", "account", "team")) {
      choices.put(name, Choice.all());
    }
    DashboardFile tuning = dashboard("tuning");
    QueriedDashboard queried = new QueriedDashboard(influx, from, END_OF_KEY, choices);
    List<String> keys = queried.variable(tuning.variables().get(tuning.variables().size() - 1));
    String key = keys.stream().filter(name -> name.startsWith(KEY)).findFirst().orElseThrow();
    choices.put("api_key", Choice.one(key));
    int rows =
        tuning.json().path("panels").findParents("collapsed").get(2).at("/gridPos/y").asInt();
    draw("tuning", END_OF_KEY, choices, "key " + key + ", 24 hours; its account is left out", rows);
  }

  private void draw(String name, Instant to, Map<String, Choice> choices, String chosen, int rows)
      throws IOException, InterruptedException {
    Instant from = to.minus(Duration.ofDays(1));
    QueriedDashboard queried = new QueriedDashboard(influx, from, to, choices);
    String picture = new Picture(queried, from, to).of(dashboard(name), chosen, rows);
    Files.writeString(root.resolve("docs/dashboard-" + name + ".svg"), picture);
  }

  private DashboardFile dashboard(String name) throws IOException {
    return DashboardFile.all(root).stream()
        .filter(file -> file.name().equals(name + ".json"))
        .findFirst()
        .orElseThrow();
  }
}
