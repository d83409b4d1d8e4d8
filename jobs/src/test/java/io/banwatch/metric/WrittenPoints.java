package io.banwatch.metric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The points of lines that {@link PointWriter#take} gave. */
public final class WrittenPoints {
  private WrittenPoints() {}

  public static List<Point> of(byte[] lines) {
    return new String(lines, StandardCharsets.UTF_8).lines().map(WrittenPoints::point).toList();
  }

  private static Point point(String line) {
    try {
      return PointJson.read(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
