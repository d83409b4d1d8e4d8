package io.banwatch.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The lines of one file of a usage log. */
final class StoredLines {
  private StoredLines() {}

  /** None for a hidden file, which is no segment. */
  static List<String> of(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.startsWith(".")) {
      return List.of();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = (name.endsWith(".gz") ? new GZIPInputStream(in) : in).readAllBytes();
      return new String(bytes, UTF_8).lines().toList();
    }
  }
}
