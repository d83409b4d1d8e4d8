package io.banwatch.scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes stories as the logs of their scenario folders. */
final class ScenarioWriter {
  private ScenarioWriter() {}

  /**
   * Writes the logs that are not there yet or hold something else.
   *
   * @param root the directory of the scenario folders
   */
  static void write(List<Story> stories, Path root) throws IOException {
    for (Story story : stories) {
      Path log = Files.createDirectories(root.resolve(story.name())).resolve(Scenario.LOG);
      List<String> records = story.log().get();
      // Another Java may compress the same records to other bytes.
      if (!Files.exists(log) || !Scenario.records(log).equals(records)) {
        writeLog(records, log);
      }
    }
  }

  private static void writeLog(List<String> records, Path log) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(log))) {
      for (String line : records) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
    }
  }
}
