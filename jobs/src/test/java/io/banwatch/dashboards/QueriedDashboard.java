package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A dashboard, a time and a reader's choices: what its panels are given. */
final class QueriedDashboard {
  private final InfluxQl influx;
  private final Instant from;
  private final Instant to;
  private final Map<String, Choice> choices;

  QueriedDashboard(InfluxQl influx, Instant from, Instant to, Map<String, Choice> choices) {
    this.influx = influx;
    this.from = from;
    this.to = to;
    this.choices = choices;
  }

  /** What each of a panel's queries gives, in a window of usual width. */
  List<List<Frame>> panel(JsonNode panel) throws IOException, InterruptedException {
    return panel(panel, DashboardFile.points(panel));
  }

  /**
   * What each of a panel's queries gives.
   *
   * @param width the panel's, in pixels
   */
  List<List<Frame>> panel(JsonNode panel, int width) throws IOException, InterruptedException {
    int points = Math.min(width, DashboardFile.points(panel));
    Duration interval = Interpolation.interval(from, to, points, DashboardFile.finest(panel));
    List<List<Frame>> frames = new ArrayList<>();
    for (JsonNode target : panel.path("targets")) {
      frames.add(frames(target, interval));
    }
    return frames;
  }

  List<Frame> annotation(JsonNode annotation) throws IOException, InterruptedException {
    return frames(annotation.path("target"), Duration.ofMinutes(1));
  }

  /** The values among which a reader chooses. */
  List<String> variable(JsonNode variable) throws IOException, InterruptedException {
    JsonNode result =
        influx.ask(interpolated(variable.path("query").asText(), Duration.ofMinutes(1)));
    List<String> values = new ArrayList<>();
    // Grafana looks at the first series only.
    result.at("/series/0/values").forEach(pair -> values.add(pair.get(1).asText()));
    return values;
  }

  private List<Frame> frames(JsonNode target, Duration interval)
      throws IOException, InterruptedException {
    JsonNode result = influx.ask(interpolated(target.path("query").asText(), interval));
    return Frame.of(result, target);
  }

  private String interpolated(String query, Duration interval) {
    return new Interpolation(from, to, interval, choices).of(query);
  }
}
