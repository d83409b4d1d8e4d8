package io.banwatch.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The schema of a standard webhook's body, with the alert's own schema in its place. */
final class WebhookSchema {
  static final Schema SCHEMA = load();

  private WebhookSchema() {}

  private static Schema load() {
    try {
      ObjectMapper mapper = new ObjectMapper();
      Path file = Path.of("..", "docs", "schemas", "webhook.schema.json");
      ObjectNode schema = (ObjectNode) mapper.readTree(file.toFile());
      ObjectNode definitions = (ObjectNode) schema.get("$defs");
      Path alert = file.resolveSibling(definitions.at("/alert/$ref").asText());
      JsonNode line = mapper.readTree(alert.toFile());
      definitions.set("alert", ((ObjectNode) line).without("$schema"));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
