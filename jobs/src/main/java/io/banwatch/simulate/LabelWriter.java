package io.banwatch.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes labels as JSON lines beside their log. */
public final class LabelWriter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private LabelWriter() {}

  /** Where the labels of a log stand: its name with {@code .labels.jsonl}. */
  public static Path beside(Path log) {
    return log.resolveSibling(log.getFileName() + ".labels.jsonl");
  }

  /** Writes them, in place of a file that is there already. */
  public static void write(List<Label> labels, Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (Label label : labels) {
        writer.write(JSON.writeValueAsString(node(label)));
        writer.write('\n');
      }
    }
  }

  private static ObjectNode node(Label label) {
    ObjectNode node = JSON.createObjectNode();
    node.put("story", label.story());
    node.put("told", label.told());
    node.put("reach", label.reach());
    node.put("key", label.key());
    node.put("alias", label.alias());
    node.put("vendor", label.vendor());
    node.put("account", label.account());
    node.put("from", text(label.from()));
    node.put("to", text(label.to()));
    node.put("records", label.records());
    label.signals().forEach(node.putArray("signals")::add);
    label.nearMissOf().forEach(node.putArray("nearMissOf")::add);
    return node;
  }

  private static String text(Instant instant) {
    return MILLISECONDS.format(instant);
  }
}
