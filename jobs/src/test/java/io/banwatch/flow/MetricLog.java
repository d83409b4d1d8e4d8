package io.banwatch.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointJson;
import io.banwatch.metric.Tag;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The points of a metric log as a store holds them: of each series and time the last. */
public final class MetricLog {
  private static final int TAIL_BYTES = 1 << 16;

  /** What tells a point from others. */
  public record Place(Measurement measurement, long timeMillis, List<Tag> tags) {}

  private MetricLog() {}

  /** Of a file, and of those beside it that were closed before it. */
  public static Map<Place, Point> points(Path file) throws IOException {
    Map<Place, Point> points = new HashMap<>();
    for (Path closed : closedBeside(file)) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(closed))) {
        read(in, points);
      }
    }
    try (InputStream in = Files.newInputStream(file)) {
      read(in, points);
    }
    return points;
  }

  /** The newest event time among the last points of a file that grows, 0 when there are none. */
  public static long newest(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    byte[] tail;
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      bytes.seek(Math.max(0, bytes.length() - TAIL_BYTES));
      tail = new byte[(int) Math.min(TAIL_BYTES, bytes.length())];
      bytes.readFully(tail);
    }
    long newest = 0;
    String[] lines = new String(tail, UTF_8).split("\n", -1);
    for (int i = 1; i < lines.length - 1; i++) {
      Point point = PointJson.read(lines[i].getBytes(UTF_8));
      // The time of the lag is the wall clock's.
      if (point.measurement() != Measurement.PIPELINE_LAG) {
        newest = Math.max(newest, point.timeMillis());
      }
    }
    return newest;
  }

  static void put(Point point, Map<Place, Point> points) {
    points.put(new Place(point.measurement(), point.timeMillis(), point.tags()), point);
  }

  private static void read(InputStream in, Map<Place, Point> points) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      put(PointJson.read(line.getBytes(UTF_8)), points);
    }
  }

  private static List<Path> closedBeside(Path file) throws IOException {
    String begin = file.getFileName().toString().replace(".jsonl", "-");
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      return files
          .filter(each -> each.getFileName().toString().startsWith(begin))
          .filter(each -> each.getFileName().toString().endsWith(".jsonl.gz"))
          .sorted()
          .toList();
    }
  }
}
