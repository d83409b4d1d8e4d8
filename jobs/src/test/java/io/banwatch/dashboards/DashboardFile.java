package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dashboard as it is committed: what Grafana reads.
 *
 * @param name of the file
 */
record DashboardFile(String name, JsonNode json) {
  /** What the provisioned data source says of the finest step. */
  private static final Duration FINEST = Duration.ofSeconds(10);

  /** About as many points as a window of 1,600 pixels has for a panel of its whole width. */
  private static final int POINTS = 1_500;

  static List<DashboardFile> all(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(WriteDashboards.DIRECTORY))) {
      List<DashboardFile> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        JsonNode json = Json.MAPPER.readTree(Files.readString(file));
        all.add(new DashboardFile(file.getFileName().toString(), json));
      }
      return all;
    }
  }

  String title() {
    return json.path("title").asText();
  }

  /** All panels but the headings. */
  List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    collect(json.path("panels"), panels);
    return panels;
  }

  private static void collect(JsonNode list, List<JsonNode> panels) {
    for (JsonNode panel : list) {
      if (panel.path("type").asText().equals("row")) {
        collect(panel.path("panels"), panels);
      } else {
        panels.add(panel);
      }
    }
  }

  /** The heading above a panel and a colon; empty where there is none. */
  String section(JsonNode panel) {
    String heading = "";
    for (JsonNode one : json.path("panels")) {
      if (one.path("type").asText().equals("row")) {
        heading = one.path("title").asText() + ": ";
      }
      if (one.path("id").equals(panel.path("id"))) {
        return heading;
      }
    }
    return heading;
  }

  List<JsonNode> variables() {
    List<JsonNode> variables = new ArrayList<>();
    json.at("/templating/list").forEach(variables::add);
    return variables;
  }

  List<JsonNode> annotations() {
    List<JsonNode> annotations = new ArrayList<>();
    json.at("/annotations/list").forEach(annotations::add);
    return annotations;
  }

  /** How many points fit into a panel. */
  static int points(JsonNode panel) {
    return Math.min(
        POINTS * panel.at("/gridPos/w").asInt() / 24,
        panel.path("maxDataPoints").asInt(Integer.MAX_VALUE));
  }

  /** The finest step of a panel's intervals. */
  static Duration finest(JsonNode panel) {
    String interval = panel.path("interval").asText();
    return interval.isEmpty()
        ? FINEST
        : Duration.parse("PT" + interval.toUpperCase(java.util.Locale.ROOT));
  }
}
