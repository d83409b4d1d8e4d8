package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Lines of the alert log as text. */
final class Lines {
  private Lines() {}

  /** A line's bytes as text. */
  static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  /** An alert as its line. */
  static String of(Alert alert) {
    return text(AlertJson.write(alert));
  }

  /** The alert of a line that was read once before. */
  static Alert alert(String line) {
    try {
      return AlertJson.read(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("state holds a line that was an alert before", e);
    }
  }
}
