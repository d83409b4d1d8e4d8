package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints how many rows every query of every dashboard gives. */
final class RowCounts {
  private final InfluxQl influx;
  private final Instant from;
  private final Instant to;

  RowCounts(InfluxQl influx, Instant from, Instant to) {
    this.influx = influx;
    this.from = from;
    this.to = to;
  }

  /**
   * Prints a table in Markdown.
   *
   * @param arguments the repository's root, InfluxDB's address with the database as its path, the
   *     first and the last moment; the token, where one is needed, stands in {@code
   *     BANWATCH_INFLUX_TOKEN}
   */
  public static void main(String[] arguments) throws Exception {
    URI address = URI.create(arguments[1]);
    String token = System.getenv().getOrDefault("BANWATCH_INFLUX_TOKEN", "");
    InfluxQl influx = new InfluxQl(address, address.getPath().substring(1), token);
    RowCounts counts =
        new RowCounts(influx, Instant.parse(arguments[2]), Instant.parse(arguments[3]));
    counts.print(DashboardFile.all(Path.of(arguments[0])), System.out);
  }

  private void print(List<DashboardFile> dashboards, PrintStream out)
      throws IOException, InterruptedException {
    out.println("| dashboard | panel | rows |\n|---|---|---|");
    for (DashboardFile dashboard : dashboards) {
      for (Count count : of(dashboard)) {
        out.printf("| %s | %s | %,d |%n", dashboard.title(), count.of(), count.rows());
      }
    }
  }

  /**
   * Rows of one panel, variable or annotation.
   *
   * @param of its title or name
   */
  record Count(String of, long rows) {}

  /**
   * Rows of everything in a dashboard that asks: with all values chosen, or, on a page about one
   * subject, for that subject of the week that gives the most.
   */
  List<Count> of(DashboardFile dashboard) throws IOException, InterruptedException {
    Map<String, Choice> choices = new HashMap<>();
    List<Count> counts = new ArrayList<>();
    List<String> subjects = List.of("");
    String single = "";
    for (JsonNode variable : dashboard.variables()) {
      if (variable.path("type").asText().equals("query")) {
        String name = variable.path("name").asText();
        List<String> values = queried(choices).variable(variable);
        counts.add(new Count("variable: " + name, values.size()));
        choices.put(name, Choice.all());
        if (!variable.path("multi").asBoolean()) {
          single = name;
          subjects = values;
        }
      }
    }
    counts.addAll(ofPanels(dashboard, choices, single, subjects));
    return counts;
  }

  private List<Count> ofPanels(
      DashboardFile dashboard, Map<String, Choice> choices, String single, List<String> subjects)
      throws IOException, InterruptedException {
    Map<String, Long> most = new LinkedHashMap<>();
    for (String subject : subjects) {
      if (!single.isEmpty()) {
        choices.put(single, Choice.one(subject));
      }
      if (most.isEmpty() || most.containsValue(0L)) {
        count(dashboard, queried(choices), most);
      }
    }
    List<Count> counts = new ArrayList<>();
    most.forEach((of, rows) -> counts.add(new Count(of, rows)));
    return counts;
  }

  private static void count(
      DashboardFile dashboard, QueriedDashboard queried, Map<String, Long> most)
      throws IOException, InterruptedException {
    for (JsonNode annotation : dashboard.annotations()) {
      String name = "annotation: " + annotation.path("name").asText();
      most.merge(name, rows(queried.annotation(annotation)), Math::max);
    }
    for (JsonNode panel : dashboard.panels()) {
      List<List<Frame>> answers = queried.panel(panel);
      for (int i = 0; i < answers.size(); i++) {
        String which = answers.size() > 1 ? " (" + (char) ('A' + i) + ")" : "";
        String name = dashboard.section(panel) + panel.path("title").asText() + which;
        most.merge(name, rows(answers.get(i)), Math::max);
      }
    }
  }

  private QueriedDashboard queried(Map<String, Choice> choices) {
    return new QueriedDashboard(influx, from, to, choices);
  }

  static long rows(List<Frame> frames) {
    return frames.stream().mapToLong(Frame::filled).sum();
  }
}
