package io.banwatch.tell;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.banwatch.alert.Alert;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/** An alert log as the detect job writes it. */
final class AlertLogFile {
  private final Path open;
  private int closed;

  AlertLogFile(Path directory) {
    open = directory.resolve("alerts.jsonl");
  }

  Path open() {
    return open;
  }

  void append(Alert alert) throws IOException {
    Files.writeString(
        open,
        ToldAlerts.line(alert) + "\n",
        UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  void rotate() throws IOException {
    String stamp = String.format("20261121T08%04d.000Z", closed++);
    Path plain = open.resolveSibling("alerts-" + stamp + ".jsonl");
    Files.move(open, plain);
    Path unfinished = open.resolveSibling("alerts-" + stamp + ".jsonl.gz.tmp");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
      Files.copy(plain, out);
    }
    Files.move(unfinished, open.resolveSibling("alerts-" + stamp + ".jsonl.gz"));
    Files.delete(plain);
  }
}
