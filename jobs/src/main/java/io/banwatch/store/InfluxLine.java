package io.banwatch.store;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A point in line protocol.
 *
 * @param text one line, without its end
 * @param bytes its length in UTF-8
 * @param kept whether it is kept for long, beside the other points
 */
public record InfluxLine(String text, int bytes, boolean kept) implements Serializable {
  /** What asks a server and stores nothing: line protocol knows comments. */
  static final List<InfluxLine> NOTHING = List.of(of("# banwatch", false));

  /** A line and its length. */
  static InfluxLine of(String text, boolean kept) {
    return new InfluxLine(text, text.getBytes(StandardCharsets.UTF_8).length, kept);
  }
}
