package io.banwatch.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What the entries of several lists have in common: names of their own, and times. */
final class PolicyEntries {
  private final YamlDocument document;
  private final JsonNode root;

  PolicyEntries(YamlDocument document) {
    this.document = document;
    this.root = document.root();
  }

  /** Notes a text that stood before. */
  void once(Map<String, JsonPointer> seen, JsonPointer pointer, String expected) {
    if (root.at(pointer).isTextual()) {
      once(seen, root.at(pointer).asText(), pointer, expected);
    }
  }

  /** Notes a value, however it is written here, that stood before. */
  void once(Map<String, JsonPointer> seen, String value, JsonPointer pointer, String expected) {
    JsonPointer earlier = seen.putIfAbsent(value, pointer);
    if (earlier != null) {
      String found = SchemaWords.found(root.at(pointer)) + ", as in line ";
      int line = document.location(earlier).line();
      document.problem(pointer, found + line, expected, null);
    }
  }

  /** Notes what is wrong with the entry's {@code from} and {@code until}. */
  void period(String entry) {
    Long from = time(at(entry + "/from"));
    Long until = time(at(entry + "/until"));
    if (from != null && until != null && until <= from) {
      JsonPointer pointer = at(entry + "/until");
      String found = root.at(pointer).asText();
      String expected = "a time after `from` (" + root.at(entry + "/from").asText();
      document.problem(pointer, found, expected + ")", null);
    }
  }

  private Long time(JsonPointer pointer) {
    if (!root.at(pointer).isTextual()) {
      return null;
    }
    try {
      return PlannedTime.epochMillis(root.at(pointer).asText());
    } catch (IllegalArgumentException e) {
      document.problem(pointer, SchemaWords.found(root.at(pointer)), e.getMessage(), null);
      return null;
    }
  }

  private static JsonPointer at(String pointer) {
    return JsonPointer.compile(pointer);
  }
}
