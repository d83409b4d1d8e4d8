package io.banwatch.gateway;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.policy.PolicyException;
import io.banwatch.policy.YamlDocument;
import io.banwatch.policy.YamlReader;
import io.banwatch.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a mapping from YAML or JSON, and names everything that is wrong with it. */
final class MappingReader {
  private static final List<String> SUCCESS = List.of("200-399");
  private static final List<String> FIELDS =
      Stream.of(MappedField.values()).map(MappedField::word).toList();

  private final YamlDocument document;
  private final Map<MappedField, FieldRule> rules = new EnumMap<>(MappedField.class);

  private MappingReader(YamlDocument document) {
    this.document = document;
  }

  /**
   * Reads a mapping.
   *
   * @param source the file's name
   * @throws MappingException when something is wrong with it; one line for each thing
   */
  static Mapping read(String source, String text) {
    if (text.isBlank()) {
      throw new MappingException(source + ": the mapping is empty; `time` is needed at least");
    }
    YamlDocument document = YamlReader.read(source, text);
    try {
      document.throwProblems();
      MappingReader reader = new MappingReader(document);
      reader.readFields(document.root());
      document.throwProblems();
      return new Mapping(reader.rules);
    } catch (PolicyException e) {
      throw new MappingException(e.getMessage());
    }
  }

  private void readFields(JsonNode root) {
    JsonPointer top = JsonPointer.empty();
    if (!root.isObject()) {
      document.problem(top, "no mapping", "field names with JSON pointers", null);
      return;
    }
    root.properties()
        .forEach(
            entry -> {
              JsonPointer at = top.appendProperty(entry.getKey());
              MappedField field = fieldOf(entry.getKey());
              if (field == null) {
                unknown(at, entry.getKey(), "a field", FIELDS);
              } else {
                rules.put(field, rule(field, entry.getValue(), at));
              }
            });
    if (!rules.containsKey(MappedField.TIME)) {
      document.problem(top, "no `time`", "where the time of a request stands", null);
    }
  }

  private FieldRule rule(MappedField field, JsonNode node, JsonPointer at) {
    JsonNode options = node;
    if (node.isTextual() || node.isArray()) {
      return rule(field, pointers(node, at), null, Map.of(), Map.of(), at);
    }
    if (!options.isObject()) {
      document.problem(at, "`" + node + "`", "a JSON pointer such as /usage/input_tokens", null);
      return rule(field, List.of(), null, Map.of(), Map.of(), at);
    }
    List<String> valid = field.options().stream().map(MappingOption::word).toList();
    Map<MappingOption, JsonNode> given = new EnumMap<>(MappingOption.class);
    options
        .properties()
        .forEach(
            entry -> {
              JsonPointer child = at.appendProperty(entry.getKey());
              if (!valid.contains(entry.getKey())) {
                unknown(child, entry.getKey(), "an option of `" + field.word() + "`", valid);
                return;
              }
              for (MappingOption option : field.options()) {
                if (option.word().equals(entry.getKey())) {
                  given.put(option, entry.getValue());
                }
              }
            });
    JsonNode pointer = given.get(MappingOption.POINTER);
    List<String> pointers =
        pointer == null
            ? List.of()
            : pointers(pointer, at.appendProperty(MappingOption.POINTER.word()));
    JsonNode constant = given.get(MappingOption.CONSTANT);
    scalar(constant, "a text", at.appendProperty(MappingOption.CONSTANT.word()));
    if (pointer == null && constant == null) {
      document.problem(at, "no pointer", "`pointer: /field`", null);
    }
    return rule(
        field,
        pointers,
        constant == null ? null : constant.asText(),
        matches(field, given.get(MappingOption.MATCH), at),
        given,
        at);
  }

  private FieldRule rule(
      MappedField field,
      List<String> pointers,
      String constant,
      Map<String, String> matches,
      Map<MappingOption, JsonNode> given,
      JsonPointer at) {
    boolean time = field == MappedField.TIME;
    List<String> units =
        Stream.of(MappedUnit.values())
            .filter(unit -> time || unit != MappedUnit.ISO)
            .map(MappedUnit::word)
            .toList();
    String unit = word(given, MappingOption.UNIT, time ? "iso" : "seconds", units, at);
    String is = word(given, MappingOption.IS, "start", List.of("start", "end"), at);
    return new FieldRule(
        pointers,
        constant,
        matches,
        truth(given, MappingOption.KEEP_OTHERS, false, at),
        MappedUnit.valueOf(unit.toUpperCase(Locale.ROOT)),
        is.equals("end"),
        truth(given, MappingOption.INCLUDES_CACHE, true, at),
        success(given, at));
  }

  private List<String> pointers(JsonNode node, JsonPointer at) {
    List<String> pointers = texts(node);
    for (String pointer : pointers) {
      if (!pointer.startsWith("/")) {
        String expected = "a JSON pointer: a slash before each name, as in /usage/input_tokens";
        document.problem(at, "`" + pointer + "`", expected, null);
      }
    }
    return pointers;
  }

  private Map<String, String> matches(MappedField field, JsonNode node, JsonPointer at) {
    Map<String, String> matches = new LinkedHashMap<>();
    if (node == null) {
      return matches;
    }
    JsonPointer option = at.appendProperty(MappingOption.MATCH.word());
    if (field.isCondition()) {
      if (node.isObject()) {
        document.problem(option, "a mapping", "a list of patterns", null);
      }
      texts(node).forEach(pattern -> matches.put(pattern, ""));
      return matches;
    }
    if (!node.isObject()) {
      document.problem(option, "no mapping", "patterns with what they mean, as `a*: b`", null);
    }
    node.properties()
        .forEach(
            entry -> {
              scalar(entry.getValue(), "what the pattern means", option);
              matches.put(entry.getKey(), entry.getValue().asText());
            });
    return matches;
  }

  private String word(
      Map<MappingOption, JsonNode> given,
      MappingOption option,
      String standard,
      List<String> valid,
      JsonPointer at) {
    JsonNode node = given.get(option);
    if (node == null) {
      return standard;
    }
    if (valid.contains(node.asText())) {
      return node.asText();
    }
    unknown(at.appendProperty(option.word()), node.asText(), "one", valid);
    return standard;
  }

  /** Notes a list or a mapping where one value is expected. */
  private void scalar(JsonNode node, String expected, JsonPointer at) {
    if (node != null && node.isContainerNode()) {
      document.problem(at, "`" + node + "`", expected, null);
    }
  }

  /** The statuses that are a success. */
  private List<String> success(Map<MappingOption, JsonNode> given, JsonPointer at) {
    JsonNode node = given.get(MappingOption.SUCCESS);
    if (node == null) {
      return SUCCESS;
    }
    JsonPointer place = at.appendProperty(MappingOption.SUCCESS.word());
    String expected = "words or ranges, such as 200-399";
    if (node.isArray()) {
      node.forEach(each -> scalar(each, expected, place));
    } else {
      scalar(node, expected, place);
    }
    return texts(node);
  }

  private boolean truth(
      Map<MappingOption, JsonNode> given, MappingOption option, boolean standard, JsonPointer at) {
    JsonNode node = given.get(option);
    if (node != null && !node.isBoolean()) {
      document.problem(at.appendProperty(option.word()), "`" + node + "`", "true or false", null);
    }
    return node == null ? standard : node.asBoolean();
  }

  private void unknown(JsonPointer at, String name, String kind, Collection<String> valid) {
    String expected = kind + " of " + String.join(", ", valid);
    document.problem(at, "`" + name + "`", expected, NearestName.to(name, valid));
  }

  private static List<String> texts(JsonNode node) {
    if (!node.isArray()) {
      return List.of(node.asText());
    }
    List<String> texts = new ArrayList<>();
    node.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static MappedField fieldOf(String word) {
    for (MappedField field : MappedField.values()) {
      if (field.word().equals(word)) {
        return field;
      }
    }
    return null;
  }
}
