package io.banwatch.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.alert.AlertJson;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointJson;
import io.banwatch.metric.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many different points there are of each measurement: in logs, and in a database. */
final class PointCounts {
  private PointCounts() {}

  /** In the metric log and the alert log of a directory, neither of which has been rotated. */
  static Map<Measurement, Integer> inLogs(Path directory) throws IOException {
    Map<Measurement, Set<String>> points = new EnumMap<>(Measurement.class);
    for (byte[] line : lines(directory.resolve("metrics.jsonl"))) {
      add(PointJson.read(line), points);
    }
    for (byte[] line : lines(directory.resolve("alerts.jsonl"))) {
      add(AlertPoint.of(AlertJson.read(line)), points);
    }
    return points.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().size()));
  }

  /** The whole ones: the last may be on its way. */
  private static List<byte[]> lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = Files.readString(file);
    return text.substring(0, text.lastIndexOf('\n') + 1)
        .lines()
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static void add(Point point, Map<Measurement, Set<String>> points) {
    String identity =
        point.timeMillis()
            + point.tags().stream().map(Tag::toString).collect(Collectors.joining(","));
    points.computeIfAbsent(point.measurement(), unused -> new HashSet<>()).add(identity);
  }

  /** In a database: the most of any field, since at least one stands in every point. */
  static int inDatabase(InfluxQl influxQl, Measurement measurement) throws StoreException {
    int most = 0;
    for (JsonNode row : influxQl.rows("SELECT count(*) FROM " + measurement.word())) {
      for (int i = 1; i < row.size(); i++) {
        most = Math.max(most, row.get(i).asInt());
      }
    }
    return most;
  }

  /** What of the logs is not in the database. */
  static int missing(Path directory, InfluxQl influxQl) throws IOException, StoreException {
    int missing = 0;
    for (Map.Entry<Measurement, Integer> each : inLogs(directory).entrySet()) {
      missing += Math.max(0, each.getValue() - inDatabase(influxQl, each.getKey()));
    }
    return missing;
  }
}
