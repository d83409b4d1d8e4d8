package io.banwatch.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.banwatch.text.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks names, types and ranges against {@code policy.schema.json}, the one place where they
 * stand, and tells what is wrong in this project's words.
 */
final class PolicySchema {
  private static final String RESOURCE = "/io/banwatch/policy.schema.json";

  private final JsonNode text;
  private final Schema schema;

  private PolicySchema(JsonNode text) {
    this.text = text;
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  /** The schema that comes with the program. */
  static PolicySchema load() {
    try (InputStream stream = PolicySchema.class.getResourceAsStream(RESOURCE)) {
      return new PolicySchema(new ObjectMapper().readTree(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }

  /** Notes everything in the document that the schema refuses, one problem for each value. */
  void check(YamlDocument document) {
    Set<JsonPointer> told = new HashSet<>();
    for (Error error : schema.validate(document.root())) {
      JsonPointer pointer = pointer(error.getInstanceLocation());
      String property = error.getProperty();
      if (property != null && told.add(pointer.appendProperty(property))) {
        wrongField(document, pointer, property, error);
      } else if (property == null && told.add(pointer)) {
        wrongValue(document, pointer, error);
      }
    }
  }

  private void wrongField(YamlDocument document, JsonPointer parent, String name, Error error) {
    JsonNode fields = schemaOf(error).path("properties");
    if (error.getKeyword().equals("required")) {
      String missing = "`" + name + "`";
      String expected = SchemaWords.expected(resolved(fields.get(name)), MissingNode.getInstance());
      document.problem(parent, "no " + missing, missing + ", " + expected, null);
      return;
    }
    List<String> names = SchemaWords.names(fields);
    document.problem(
        parent.appendProperty(name),
        "an unknown field",
        "one of " + SchemaWords.list(names),
        NearestName.to(name, names));
  }

  private void wrongValue(YamlDocument document, JsonPointer pointer, Error error) {
    JsonNode found = document.root().at(pointer);
    JsonNode expected = schemaOf(error);
    List<String> words = SchemaWords.enumeration(expected);
    boolean secret = expected.path("writeOnly").asBoolean();
    document.problem(
        pointer,
        secret ? SchemaWords.UNSHOWN : SchemaWords.found(found),
        SchemaWords.expected(expected, found),
        found.isTextual() ? NearestName.to(found.asText(), words) : null);
  }

  /** The part of the schema that holds the keyword which the value breaks. */
  private JsonNode schemaOf(Error error) {
    return text.at(pointer(error.getSchemaLocation().getFragment()).head());
  }

  private static JsonPointer pointer(NodePath path) {
    JsonPointer pointer = JsonPointer.empty();
    for (int i = 0; i < path.getNameCount(); i++) {
      Object element = path.getElement(i);
      pointer =
          element instanceof Integer index
              ? pointer.appendIndex(index)
              : pointer.appendProperty(element.toString());
    }
    return pointer;
  }

  private JsonNode resolved(JsonNode schemaPart) {
    return schemaPart.has("$ref")
        ? text.at(schemaPart.get("$ref").asText().substring(1))
        : schemaPart;
  }
}
