package io.banwatch.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardRulesTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void everyDashboardKeepsTheRules() throws IOException {
    List<DashboardFile> files = DashboardFile.all(ROOT);
    assertThat(files).hasSize(9);
    assertThat(files.stream().flatMap(file -> breaches(file).stream())).isEmpty();
    assertThat(files.stream().map(DashboardFile::title)).doesNotHaveDuplicates();
    assertThat(uids(files)).hasSize(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /schemaVersion | 41 | schemaVersion is 42
          /id | 7 | no id: Grafana gives one
          /__inputs | [] | no __inputs and no __requires
          /editable | true | editable is false
          /graphTooltip | 0 | graphTooltip is 1
          /refresh | "5s" | refresh is 30s
          /timezone | "utc" | timezone is browser
          /description | "All accounts" | its description asks
          /time/from | "now-48h" | it shows at most 24 hours at first
          /templating/list/1/query | "SHOW TAG VALUES FROM \\"history\\".\\"key_usage\\"" | all its points are of one kind: SHOW TAG VALUES FROM "history"."key_usage"
          /panels/0/datasource/uid | "x" | a data source is ${datasource}, not {"type":"influxdb","uid":"x"}
          /templating/list/0/query | "prometheus" | the first variable chooses the data source
          /templating/list/2/query | "SHOW TAG VALUES FROM \\"key_usage\\" WITH KEY = \\"account\\"" | account is narrowed by vendor
          /templating/list/2/query | "SHOW SERIES" | account shows tag values
          /templating/list/2/refresh | 1 | account follows the time
          /templating/list/1/includeAll | false | vendor takes many values and all, or is the one subject of the page
          /templating/list/1/multi | false | vendor takes many values and all, or is the one subject of the page
          /links/0/keepTime | false | a link keeps the time
          /links/0/url | "/d/nowhere/nowhere?${datasource:queryparam}" | a link leads to a dashboard: /d/nowhere/nowhere?${datasource:queryparam}
          /links/0/url | "/d/banwatch-key/banwatch-key" | a link keeps the data source: /d/banwatch-key/banwatch-key
          /links | [] | it is linked with all others
          /annotations/list | [] | alerts are marked, each severity by itself
          /annotations/list/0/target/query | "SELECT \\"ok\\" FROM \\"key_usage\\" WHERE $timeFilter" | alerts come from alert_changes
          """)
  void aBreachOfAPageIsNoticed(String pointer, String value, String breach) throws IOException {
    assertThat(changed(pointer, value)).anyMatch(found -> found.endsWith(": " + breach));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /panels/1/id | 1 | Open: warning has an id of its own
          /panels/1/gridPos/x | 22 | Open: warning is within 24 columns
          /panels/1/gridPos/x | 1 | Open: warning covers no other panel
          /panels/0/title | "" | a panel has a title
          /panels/0/description | "Critical alerts" | Open: critical: its description asks
          /panels/0/type | "canvas" | Open: critical: canvas is no panel of Grafana's own
          /panels/0/fieldConfig/defaults/unit | "furlongs" | Open: critical: no unit such as furlongs
          /panels/0/fieldConfig/defaults/noValue | "" | Open: critical says why it may be empty
          /panels/0/targets | [] | Open: critical asks something
          /panels/0/fieldConfig/defaults/thresholds/steps/1/color | "red" | Open: critical: red is a colour of the palette
          /panels/6/fieldConfig/overrides/0/properties/2/value/0/options/3/text | "bad" | Accounts, worst first: 3 is critical in its colour
          /panels/6/fieldConfig/overrides/1/properties/2/value/0/url | "/d/banwatch-key/x?${datasource:queryparam}&${__url_time_range}&var-a=${__data.fields.a}" | ${__data.fields.a} is encoded in full
          """)
  void aBreachOfAPanelIsNoticed(String pointer, String value, String breach) throws IOException {
    assertThat(changed(pointer, value)).anyMatch(found -> found.endsWith(": " + breach));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT "ok" FROM "key_usage" | the query keeps to the time shown
          SELECT sum("ok") FROM "key_usage" WHERE $timeFilter GROUP BY time($__interval) | slices of time are $__interval, and say what fills them
          SELECT sum("ok") FROM "key_usage" WHERE $timeFilter GROUP BY time(1m) fill(null) | slices of time are $__interval, and say what fills them
          SELECT "ok" FROM "key_usage" WHERE $timeFilter AND "team" = '$team' | a variable is matched with =~, never with =
          SELECT * FROM "key_usage" WHERE $timeFilter | SELECT * is not for dashboards
          SELECT "ok" FROM "key_usage" WHERE $timeFilter SLIMIT 1 | SLIMIT is not for dashboards
          SELECT "ok" FROM "usage" WHERE $timeFilter | there is no measurement usage
          SELECT "okay" FROM "key_usage" WHERE $timeFilter | there is no field or tag okay
          SELECT sum(/^answers_/) FROM "key_usage" WHERE $timeFilter | no field is named like /^answers_/
          SELECT 1 WHERE $timeFilter | the query names a measurement
          """)
  void aBreachOfAQueryIsNoticed(String query, String breach) {
    assertThat(QueryRules.of("twin", query).found()).contains("twin: " + breach);
  }

  @Test
  void aMapWithTilesFromTheNetworkIsNoticed() throws IOException {
    DashboardFile places = file("places.json");
    places
        .panels()
        .forEach(
            panel -> {
              if (panel.at("/options/basemap") instanceof ObjectNode base) {
                base.put("type", "default");
              }
            });
    assertThat(breaches(places))
        .containsExactly(
            "places.json: Where requests come from: its base layer comes from Grafana itself, not"
                + " from the network");
  }

  private static List<String> changed(String pointer, String value) throws IOException {
    DashboardFile overview = file("overview.json");
    int last = pointer.lastIndexOf('/');
    JsonNode parent = overview.json().at(pointer.substring(0, last));
    JsonNode changed = Json.MAPPER.readTree(value);
    String name = pointer.substring(last + 1);
    Consumer<JsonNode> change = set(parent, name);
    change.accept(changed);
    return breaches(overview);
  }

  private static Consumer<JsonNode> set(JsonNode parent, String name) {
    assertThat(parent).isInstanceOf(ObjectNode.class);
    return value -> ((ObjectNode) parent).set(name, value);
  }

  private static DashboardFile file(String name) throws IOException {
    return DashboardFile.all(ROOT).stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> breaches(DashboardFile file) {
    Set<String> uids = new HashSet<>();
    Pages.ALL.forEach(page -> uids.add(page.uid()));
    Breaches breaches = PageRules.of(file, uids);
    breaches.add(PanelRules.of(file));
    return breaches.found();
  }

  private static Set<String> uids(List<DashboardFile> files) {
    Set<String> uids = new HashSet<>();
    files.forEach(file -> uids.add(file.json().path("uid").asText()));
    return uids;
  }
}
