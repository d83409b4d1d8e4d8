package io.banwatch.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banwatch.alert.IsoTime;
import io.banwatch.alert.Severity;
import io.banwatch.flow.ReplaySummary;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The file {@code summary.json}; its schema stands in {@code docs/schemas}. */
final class SummaryJson {
  private static final int SCHEMA_VERSION = 1;
  private static final double MILLIS = 1000.0;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SummaryJson() {}

  /** Writes the file; whoever reads it sees the old one or the new one, never a half. */
  static void write(ReplaySummary summary, Path file) throws IOException {
    byte[] json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(of(summary));
    Path written = file.resolveSibling(file.getFileName() + ".part");
    Files.write(written, json);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Counts appear for every word of a closed list, also when they are 0. */
  static ObjectNode of(ReplaySummary summary) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("schemaVersion", SCHEMA_VERSION);
    json.put("policy", summary.policy());
    json.put("lines", summary.lines());
    json.put("accepted", summary.accepted());
    json.put("rejected", summary.rejected());
    json.put("skipped", summary.skipped());
    json.put("bytes", summary.bytes());
    json.put("seconds", Math.round(summary.seconds() * MILLIS) / MILLIS);
    json.put("linesPerSecond", Math.round(summary.linesPerSecond()));
    json.put("keys", summary.keys());
    json.put("accounts", summary.accounts());
    json.put("firstEvent", time(summary.firstEvent()));
    json.put("lastEvent", time(summary.lastEvent()));
    putCounts(json.putObject("alerts"), summary);
    ObjectNode signals = json.putObject("signals");
    new TreeMap<>(summary.signals()).forEach(signals::put);
    ObjectNode geo = json.putObject("geo");
    geo.put("source", summary.geoSource());
    geo.put("builtAt", time(summary.geoBuiltAt()));
    json.put("stateBytesPerKey", summary.stateBytesPerKey());
    putReasons(json, summary);
    json.put("late", summary.late());
    summary.hints().forEach(json.putArray("hints")::add);
    return json;
  }

  private static void putCounts(ObjectNode alerts, ReplaySummary summary) {
    for (Severity severity : Severity.values()) {
      alerts.put(severity.word(), count(summary.alerts(), severity));
    }
  }

  private static void putReasons(ObjectNode json, ReplaySummary summary) {
    ObjectNode rejected = json.putObject("rejectedBy");
    for (Reason reason : Reason.values()) {
      rejected.put(reason.word(), count(summary.rejectedBy(), reason));
    }
    ObjectNode skipped = json.putObject("skippedBy");
    for (Skip skip : Skip.values()) {
      skipped.put(skip.word(), count(summary.skippedBy(), skip));
    }
    ObjectNode dropped = json.putObject("droppedFields");
    for (DroppedField field : DroppedField.values()) {
      dropped.put(field.word(), count(summary.droppedFields(), field));
    }
  }

  private static <T> long count(Map<T, Long> counts, T of) {
    return counts.getOrDefault(of, 0L);
  }

  private static String time(Instant instant) {
    return instant == null ? null : IsoTime.format(instant.toEpochMilli());
  }
}
