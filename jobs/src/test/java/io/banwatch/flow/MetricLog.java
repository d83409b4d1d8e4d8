package io.banwatch.flow;

import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointJson;
import io.banwatch.metric.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The points of a metric log as a store holds them: of each series and time the last. */
final class MetricLog {
  /** What tells a point from others. */
  record Place(Measurement measurement, long timeMillis, List<Tag> tags) {}

  private MetricLog() {}

  static Map<Place, Point> points(Path file) throws IOException {
    Map<Place, Point> points = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      put(PointJson.read(line.getBytes(StandardCharsets.UTF_8)), points);
    }
    return points;
  }

  static void put(Point point, Map<Place, Point> points) {
    points.put(new Place(point.measurement(), point.timeMillis(), point.tags()), point);
  }
}
