package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in YAML of the repository. */
final class Yaml {
  static final Path ROOT = Path.of("..");

  private Yaml() {}

  static JsonNode read(String file) throws IOException {
    return new YAMLMapper().readTree(Files.readString(ROOT.resolve(file)));
  }

  static JsonNode parsed(String text) throws IOException {
    return new YAMLMapper().readTree(text);
  }
}
