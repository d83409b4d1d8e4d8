package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for a whole dashboard: its settings, variables, links and annotations. */
final class PageRules {
  private static final Pattern HOURS = Pattern.compile("now-(\\d+)h");
  private static final String OF_MONTHS = "now-30d";
  private static final String HISTORY = "FROM \"history\".";
  private static final Pattern UID = Pattern.compile("/d/([^/?]+)");
  private static final Pattern COLUMN = Pattern.compile("\\$\\{__data\\.fields\\.\\w+(:\\w+)?}");
  private static final int MOST_HOURS = 24;

  private final DashboardFile file;
  private final Breaches breaches;
  private final Set<String> uids;

  private PageRules(DashboardFile file, Set<String> uids) {
    this.file = file;
    this.breaches = new Breaches(file.name());
    this.uids = uids;
  }

  /**
   * What is wrong.
   *
   * @param uids those of all dashboards
   */
  static Breaches of(DashboardFile file, Set<String> uids) {
    PageRules rules = new PageRules(file, uids);
    rules.settings();
    rules.sources(file.json());
    rules.variables();
    rules.links();
    rules.annotations();
    return rules.breaches;
  }

  private void settings() {
    JsonNode json = file.json();
    breaches.expect(json.path("schemaVersion").asInt() == 42, "schemaVersion is 42");
    breaches.expect(!json.has("id"), "no id: Grafana gives one");
    breaches.expect(
        !json.has("__inputs") && !json.has("__requires"), "no __inputs and no __requires");
    breaches.expect(!json.path("editable").asBoolean(true), "editable is false");
    breaches.expect(json.path("graphTooltip").asInt() == 1, "graphTooltip is 1");
    breaches.expect(json.path("refresh").asText().equals("30s"), "refresh is 30s");
    breaches.expect(json.path("timezone").asText().equals("browser"), "timezone is browser");
    breaches.expect(json.path("description").asText().contains("?"), "its description asks");
    Matcher hours = HOURS.matcher(json.at("/time/from").asText());
    breaches.expect(
        isOfMonths() || (hours.matches() && Integer.parseInt(hours.group(1)) <= MOST_HOURS),
        "it shows at most %s hours at first",
        MOST_HOURS);
    for (JsonNode query : json.findValues("query")) {
      String text = query.asText();
      breaches.expect(
          !text.contains("FROM \"") || text.contains(HISTORY) == isOfMonths(),
          "all its points are of one kind: %s",
          text);
    }
  }

  /** Points of five minutes take a 360th of the work. */
  private boolean isOfMonths() {
    return file.json().at("/time/from").asText().equals(OF_MONTHS);
  }

  /** No data source is named but by the variable. */
  private void sources(JsonNode node) {
    for (JsonNode source : node.findValues("datasource")) {
      breaches.expect(
          source.equals(Query.SOURCE), "a data source is ${datasource}, not %s", source);
    }
    JsonNode first = node.at("/templating/list/0");
    breaches.expect(
        first.path("type").asText().equals("datasource")
            && first.path("name").asText().equals("datasource")
            && first.path("query").asText().equals("influxdb")
            && first.path("label").asText().equals("Data source"),
        "the first variable chooses the data source");
  }

  private void variables() {
    Set<String> before = new TreeSet<>();
    List<JsonNode> variables = file.variables();
    for (JsonNode variable : variables.subList(Math.min(1, variables.size()), variables.size())) {
      String name = variable.path("name").asText();
      String query = variable.path("query").asText();
      breaches.expect(query.startsWith("SHOW TAG VALUES FROM"), "%s shows tag values", name);
      for (String other : before) {
        breaches.expect(
            query.contains("\"%s\" =~ /^${%s:regex}$/".formatted(other, other)),
            "%s is narrowed by %s",
            name,
            other);
      }
      breaches.expect(variable.path("refresh").asInt() == 2, "%s follows the time", name);
      boolean many = variable.path("multi").asBoolean();
      boolean last = variable.equals(variables.get(variables.size() - 1));
      breaches.expect(
          many
              ? variable.path("includeAll").asBoolean()
                  && variable.path("allValue").asText().equals(".*")
              : last && !variable.path("includeAll").asBoolean(),
          "%s takes many values and all, or is the one subject of the page",
          name);
      before.add(name);
    }
  }

  private void links() {
    for (JsonNode link : file.json().path("links")) {
      breaches.expect(link.path("keepTime").asBoolean(), "a link keeps the time");
      leadsSomewhere(link.path("url").asText());
    }
    breaches.expect(
        file.json().path("links").size() == uids.size() - 1, "it is linked with all others");
    for (JsonNode override : file.json().findValues("overrides")) {
      for (JsonNode url : override.findValues("url")) {
        breaches.expect(
            url.asText().contains("${__url_time_range}"), "a row's link keeps the time");
        leadsSomewhere(url.asText());
        Matcher columns = COLUMN.matcher(url.asText());
        while (columns.find()) {
          breaches.expect(
              ":percentencode".equals(columns.group(1)), "%s is encoded in full", columns.group());
        }
      }
    }
  }

  private void leadsSomewhere(String url) {
    Matcher uid = UID.matcher(url);
    breaches.expect(
        url.contains("${datasource:queryparam}"), "a link keeps the data source: %s", url);
    breaches.expect(
        uid.find() && uids.contains(uid.group(1)), "a link leads to a dashboard: %s", url);
  }

  private void annotations() {
    List<String> names =
        file.annotations().stream().map(annotation -> annotation.path("name").asText()).toList();
    breaches.expect(
        names.equals(List.of("Alerts: critical", "Alerts: warning", "Alerts: info")),
        "alerts are marked, each severity by itself");
    for (JsonNode annotation : file.annotations()) {
      String query = annotation.at("/target/query").asText();
      breaches.expect(query.contains("\"alert_changes\" WHERE"), "alerts come from alert_changes");
      breaches.add(QueryRules.of(file.name() + ", annotation", query));
    }
  }
}
