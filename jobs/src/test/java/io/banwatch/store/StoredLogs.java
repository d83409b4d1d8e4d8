package io.banwatch.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertJson;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointBuilder;
import io.banwatch.metric.PointJson;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Metric log and alert log as the detect job writes them. */
final class StoredLogs {
  static final long START = 1_795_000_000_000L;
  static final long STEP = 10_000;

  private final Path directory;
  private int written;
  private int closed;

  StoredLogs(Path directory) {
    this.directory = directory;
  }

  /** One point of an account, the number'th slice. */
  static Point point(int number) {
    List<Tag> tags = List.of(new Tag(TagNames.VENDOR, "anthropic"), new Tag(TagNames.ACCOUNT, "o"));
    return new PointBuilder(Measurement.ACCOUNT_USAGE, START + STEP * number, tags)
        .with(FieldNames.REQUESTS, number)
        .with(FieldNames.COST_USD, 0.5)
        .build();
  }

  static Alert alert(String id, int sequence, AlertStatus status, String account) {
    return new Alert(
        id,
        sequence,
        status,
        Severity.WARNING,
        "request-surge",
        new Subject("anthropic", account, "88dc00001111", "ci-bot", "search"),
        "5f1e5f1e5f1e",
        START,
        START + 1_000L * sequence,
        status == AlertStatus.RESOLVED ? (Long) (START + 1_000L * sequence) : null,
        new Explanation(
            "ci-bot made 400 requests in a minute from 192.0.2.77.",
            "It resembles a runaway loop.",
            List.of(
                Fact.of("observed", 400), Fact.of("threshold", 120), Fact.of("unit", "requests")),
            List.of("Ask a@example.com.")));
  }

  /** Appends so many points. */
  void append(int count) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(new String(PointJson.write(point(written++)), UTF_8)).append('\n');
    }
    append("metrics.jsonl", lines.toString());
  }

  void append(Alert alert) throws IOException {
    append("alerts.jsonl", new String(AlertJson.write(alert), UTF_8) + "\n");
  }

  void append(String file, String text) throws IOException {
    Files.writeString(
        directory.resolve(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** How many points were appended. */
  int written() {
    return written;
  }

  /** Closes the metric log's file and gzips it. */
  Path rotate() throws IOException {
    String name = String.format("metrics-20261121T08%04d.000Z.jsonl", closed++);
    Path plain = directory.resolve(name);
    Files.move(directory.resolve("metrics.jsonl"), plain);
    Path unfinished = directory.resolve(name + ".gz.tmp");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
      Files.copy(plain, out);
    }
    Path gzipped = Files.move(unfinished, directory.resolve(name + ".gz"));
    Files.delete(plain);
    return gzipped;
  }
}
