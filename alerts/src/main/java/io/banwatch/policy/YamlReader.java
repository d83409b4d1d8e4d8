package io.banwatch.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML into a tree that knows the line of each value. Stricter than YAML where YAML surprises
 * people: a field may stand only once, values have no tags, and scalars are YAML 1.2's ({@link
 * YamlScalar}). Bounded, so that a small file cannot become a large tree.
 */
public final class YamlReader {
  private static final int VALUE_LIMIT = 100_000;
  private static final int DEPTH_LIMIT = 40;
  private static final String VALID = "one valid YAML document";
  private static final String STANDARD_TAG = "tag:yaml.org,2002:";

  private final YamlDocument document;
  private int values;

  private YamlReader(YamlDocument document) {
    this.document = document;
  }

  /** Reads one document; what is wrong with it is noted in the result. */
  public static YamlDocument read(String source, String text) {
    YamlDocument document = new YamlDocument(source);
    document.locate(JsonPointer.empty(), new Location("", 1, 1));
    try {
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (node == null) {
        document.problem(JsonPointer.empty(), "an empty file", "`schemaVersion: 1` at least", null);
        return document;
      }
      document.root(new YamlReader(document).tree(node, JsonPointer.empty(), "", 0));
    } catch (MarkedYAMLException e) {
      notYaml(document, e);
    } catch (ReaderException e) {
      String before = text.substring(0, Math.min(text.length(), e.getPosition()));
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      String found = String.format("the control character U+%04X", e.getCodePoint());
      document.problem(new Location("", line, column), found, "plain text", null);
    } catch (YAMLException e) {
      document.problem(JsonPointer.empty(), e.getMessage(), VALID, null);
    }
    return document;
  }

  private static void notYaml(YamlDocument document, MarkedYAMLException e) {
    Location location = location("", e.getProblemMark());
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("(TAB)")) {
      document.problem(location, "a tab", "spaces: YAML allows no tabs before a value", null);
      return;
    }
    document.problem(location, "what is not YAML (" + problem + ")", VALID, null);
  }

  private JsonNode tree(Node node, JsonPointer pointer, String field, int depth) {
    values++;
    if (values > VALUE_LIMIT || depth > DEPTH_LIMIT) {
      throw new YAMLException(
          values > VALUE_LIMIT
              ? "more than " + VALUE_LIMIT + " values once aliases are expanded"
              : "values nested more than " + DEPTH_LIMIT + " deep");
    }
    if (!isStandard(node.getTag().getValue())) {
      document.problem(pointer, "the tag " + node.getTag(), "a value without a tag", null);
    }
    if (node instanceof MappingNode mapping) {
      return object(mapping, pointer, field, depth);
    }
    if (node instanceof SequenceNode sequence) {
      return array(sequence, pointer, field, depth);
    }
    return YamlScalar.of((ScalarNode) node);
  }

  private ObjectNode object(MappingNode mapping, JsonPointer pointer, String field, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      Mark mark = entry.getKeyNode().getStartMark();
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        document.problem(location(field, mark), "a list or a mapping", "a field's name", null);
        continue;
      }
      String name = key.getValue();
      JsonPointer child = pointer.appendProperty(name);
      String childField = field.isEmpty() ? name : field + "." + name;
      Location location = location(childField, mark);
      if (object.has(name)) {
        int first = document.location(child).line();
        document.problem(
            location, "it a second time, after line " + first, "each field once", null);
        continue;
      }
      document.locate(child, location);
      object.set(name, tree(entry.getValueNode(), child, childField, depth + 1));
    }
    return object;
  }

  private ArrayNode array(SequenceNode sequence, JsonPointer pointer, String field, int depth) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node item : sequence.getValue()) {
      JsonPointer child = pointer.appendIndex(array.size());
      String childField = field + "[" + array.size() + "]";
      document.locate(child, location(childField, item.getStartMark()));
      array.add(tree(item, child, childField, depth + 1));
    }
    return array;
  }

  private static boolean isStandard(String tag) {
    return tag.startsWith(STANDARD_TAG) && tag.indexOf('.', STANDARD_TAG.length()) < 0;
  }

  private static Location location(String field, Mark mark) {
    return mark == null
        ? new Location(field, 1, 1)
        : new Location(field, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
