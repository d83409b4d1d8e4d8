package io.banwatch.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A YAML file as a tree, with the place of each value, and what was found wrong with it so far. */
public final class YamlDocument {
  private final String source;
  private final Map<JsonPointer, Location> locations = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private JsonNode root;

  YamlDocument(String source) {
    this.source = source;
  }

  /** The whole file; null when it is not YAML. */
  public JsonNode root() {
    return root;
  }

  void root(JsonNode tree) {
    root = tree;
  }

  void locate(JsonPointer pointer, Location location) {
    locations.put(pointer, location);
  }

  /** Where the value is, or its nearest ancestor that stands in the file. */
  Location location(JsonPointer pointer) {
    Location location = locations.get(pointer);
    return location == null ? location(pointer.head()) : location;
  }

  /** Notes what is wrong with the value at this place. */
  public void problem(JsonPointer pointer, String found, String expected, String suggestion) {
    problem(location(pointer), found, expected, suggestion);
  }

  void problem(Location at, String found, String expected, String suggestion) {
    problems.add(
        new Problem(source, at.line(), at.column(), at.field(), found, expected, suggestion));
  }

  boolean isSound() {
    return problems.isEmpty();
  }

  /** Throws everything that was noted, in the file's order, if anything was. */
  public void throwProblems() {
    if (isSound()) {
      return;
    }
    problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    throw new PolicyException(problems);
  }
}
