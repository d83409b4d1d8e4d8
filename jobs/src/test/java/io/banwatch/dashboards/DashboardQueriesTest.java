package io.banwatch.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banwatch.store.RealInfluxDb;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every query of every dashboard, on a real InfluxDB that holds the demo week. */
class DashboardQueriesTest {
  @RegisterExtension static final RealInfluxDb INFLUX = new RealInfluxDb();

  private static InfluxQl influx;
  private static List<DashboardFile> dashboards;

  @BeforeAll
  static void store(@TempDir Path directory) throws Exception {
    String database = INFLUX.freshDatabase();
    String url = INFLUX.url() + "/" + database;
    assertThat(StoredWeek.store(directory, url, INFLUX.environment())).isGreaterThan(100_000);
    String token = INFLUX.environment().getOrDefault("BANWATCH_INFLUX_TOKEN", "");
    influx = new InfluxQl(URI.create(INFLUX.url()), database, token);
    dashboards = DashboardFile.all(Path.of(".."));
  }

  @Test
  void everyQueryGivesRows() throws Exception {
    List<String> empty = new ArrayList<>();
    for (DashboardFile dashboard : dashboards) {
      for (RowCounts.Count count : counts().of(dashboard)) {
        if (count.rows() == 0) {
          empty.add(dashboard.name() + ", " + count.of());
        }
      }
    }
    assertThat(empty).isEmpty();
  }

  @Test
  void everyQueryGivesTheColumnsThatItsPanelNames() throws Exception {
    List<String> missing = new ArrayList<>();
    for (DashboardFile dashboard : dashboards) {
      QueriedDashboard queried = queried(subjects(dashboard, StoredWeek.STOLEN));
      for (JsonNode panel : dashboard.panels()) {
        PanelColumns.missing(panel, queried.panel(panel))
            .forEach(
                name -> missing.add(dashboard.name() + ", " + panel.path("title") + ": " + name));
      }
      for (JsonNode annotation : dashboard.annotations()) {
        List<Frame> frames = queried.annotation(annotation);
        if (!frames.isEmpty()) {
          assertThat(PanelColumns.missingInAnnotation(annotation, frames)).isEmpty();
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void namesWithBlanksSlashesDotsAndQuotesAreFound() throws Exception {
    Map<String, Choice> odd =
        Map.of(
            "vendor", Choice.of("openai"),
            "account", Choice.of(OddTraffic.ACCOUNT),
            "team", Choice.of(OddTraffic.TEAM),
            "api_key", Choice.of(OddTraffic.key()));
    assertThat(requests("key", odd)).isEqualTo(50);
    assertThat(requests("account", odd)).isEqualTo(50);
    assertThat(table("tokens", "Keys", odd)).isEqualTo(1);
    assertThat(table("places", "Places", odd)).isEqualTo(1);
    List<JsonNode> variables = dashboard("key").variables();
    assertThat(queried(odd).variable(variables.get(variables.size() - 1)))
        .containsExactly(OddTraffic.key());
  }

  @Test
  void severalValuesAreTheSumOfEach() throws Exception {
    List<String> accounts = queried(all()).variable(dashboard("places").variables().get(2));
    String first = accounts.get(0);
    String second = accounts.get(1);
    Map<String, Choice> both = choices("account", Choice.of(first, second));
    assertThat(requests("overview", both))
        .isEqualTo(
            requests("overview", choices("account", Choice.of(first)))
                + requests("overview", choices("account", Choice.of(second))))
        .isLessThan(requests("overview", all()));
  }

  @Test
  void aMisspelledFieldGivesNoRows() throws Exception {
    JsonNode panel = panel("overview", "Requests").deepCopy();
    ObjectNode target = (ObjectNode) panel.at("/targets/0");
    target.put("query", target.path("query").asText().replace("requests", "reqests"));
    assertThat(RowCounts.rows(queried(all()).panel(panel).get(0))).isZero();
  }

  @Test
  void aColumnThatNoQueryGivesIsNoticed() throws Exception {
    JsonNode panel = panel("overview", "Open alerts").deepCopy();
    ((ObjectNode) panel.at("/fieldConfig/overrides/0/matcher")).put("options", "severty_level");
    assertThat(PanelColumns.missing(panel, queried(all()).panel(panel)))
        .containsExactly("severty_level");
  }

  @Test
  void everyAlertRuleGivesRows() throws Exception {
    for (JsonNode rule : AlertRules.all(Yaml.read(AlertRulesTest.FILE))) {
      int seconds = rule.at("/data/0/relativeTimeRange/from").asInt();
      Instant to = StoredWeek.SATURDAY_NIGHT;
      Interpolation time =
          new Interpolation(to.minusSeconds(seconds), to, Duration.ofSeconds(10), Map.of());
      JsonNode series = influx.ask(time.of(AlertRules.query(rule))).path("series");
      assertThat(series).as(rule.path("uid").asText()).isNotEmpty();
    }
  }

  private static RowCounts counts() {
    return new RowCounts(influx, StoredWeek.FROM, StoredWeek.SATURDAY_NIGHT);
  }

  private static double requests(String name, Map<String, Choice> choices)
      throws IOException, InterruptedException {
    List<Frame> frames = queried(choices).panel(panel(name, "Requests")).get(0);
    List<Object> row = frames.get(0).rows().get(0);
    return (Double) row.get(row.size() - 1);
  }

  private static int table(String name, String title, Map<String, Choice> choices)
      throws IOException, InterruptedException {
    return queried(choices).panel(panel(name, title)).get(0).get(0).rows().size();
  }

  private static JsonNode panel(String name, String title) {
    return dashboard(name).panels().stream()
        .filter(panel -> panel.path("title").asText().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static DashboardFile dashboard(String name) {
    return dashboards.stream()
        .filter(file -> file.name().equals(name + ".json"))
        .findFirst()
        .orElseThrow();
  }

  private static QueriedDashboard queried(Map<String, Choice> choices) {
    return new QueriedDashboard(influx, StoredWeek.FROM, StoredWeek.SATURDAY_NIGHT, choices);
  }

  private static Map<String, Choice> all() {
    Map<String, Choice> all = new HashMap<>();
    for (String name : List.of("vendor", "account", "team", "api_key", "signal")) {
      all.put(name, Choice.all());
    }
    return all;
  }

  private static Map<String, Choice> choices(String name, Choice choice) {
    Map<String, Choice> choices = all();
    choices.put(name, choice);
    return choices;
  }

  /** Everything, or the one key of that alias where a page is about one key. */
  private static Map<String, Choice> subjects(DashboardFile dashboard, String alias)
      throws IOException, InterruptedException {
    Map<String, Choice> choices = all();
    for (JsonNode variable : dashboard.variables()) {
      if (!variable.path("multi").asBoolean() && variable.path("name").asText().equals("api_key")) {
        String key =
            queried(choices).variable(variable).stream()
                .filter(value -> value.startsWith(alias))
                .findFirst()
                .orElseThrow();
        choices.put("api_key", Choice.one(key));
      }
    }
    return choices;
  }
}
