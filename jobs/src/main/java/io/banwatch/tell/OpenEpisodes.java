package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import io.banwatch.alert.AlertStatus;
import io.banwatch.lines.LineLog;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest line of each episode that is open, when a log is told for the first time. */
final class OpenEpisodes {
  private static final int SOME = 1_000;

  private OpenEpisodes() {}

  /**
   * Reads the log to its present end.
   *
   * @return in the order of their newest lines
   */
  static Collection<byte[]> of(LineLog log) throws IOException {
    Map<String, byte[]> open = new LinkedHashMap<>();
    for (List<byte[]> lines = log.read(SOME); !lines.isEmpty(); lines = log.read(SOME)) {
      for (byte[] line : lines) {
        take(line, open);
      }
    }
    return open.values();
  }

  /** Reads the log to its present end, for nothing but the place. */
  static void skip(LineLog log) throws IOException {
    while (!log.read(SOME).isEmpty()) {
      // The next ones.
    }
  }

  private static void take(byte[] line, Map<String, byte[]> open) {
    try {
      Alert alert = AlertJson.read(line);
      open.remove(alert.id());
      if (alert.status() == AlertStatus.FIRING) {
        open.put(alert.id(), line);
      }
    } catch (IOException e) {
      // Of what was there before the first start, only alerts matter.
    }
  }
}
