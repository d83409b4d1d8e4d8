package io.banwatch.vendor;

import io.banwatch.text.NearestName;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value of a profile's YAML that knows where it stands. Scalars stay text, so that the country
 * {@code NO} is no boolean.
 */
final class ProfileNode {
  private final String file;
  private final String path;
  private final Node node;

  private ProfileNode(String file, String path, Node node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  /**
   * Reads a document.
   *
   * @param file names it in messages
   * @throws InvalidProfileException when it is not YAML
   */
  static ProfileNode read(String file, Reader reader) {
    try {
      Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
      if (root == null) {
        throw new InvalidProfileException(file + ": is empty; a profile was expected");
      }
      return new ProfileNode(file, "", root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new InvalidProfileException(
          file + ", line " + line + ": is not YAML: " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new InvalidProfileException(file + ": is not YAML: " + e.getMessage(), e);
    }
  }

  /**
   * The fields of a mapping, by name.
   *
   * @param valid names that it may have
   */
  Map<String, ProfileNode> fields(Set<String> valid) {
    if (!(node instanceof MappingNode mapping)) {
      throw problem("fields were expected: " + String.join(", ", valid));
    }
    Map<String, ProfileNode> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
      String place = path.isEmpty() ? name : path + "." + name;
      if (!valid.contains(name)) {
        throw new ProfileNode(file, place, tuple.getKeyNode())
            .problem("there is no such field" + nearestOf(name, valid));
      }
      ProfileNode value = new ProfileNode(file, place, tuple.getValueNode());
      if (fields.put(name, value) != null) {
        throw value.problem("stands twice; keep one");
      }
    }
    return fields;
  }

  /** The field, which must be there. */
  ProfileNode need(Map<String, ProfileNode> fields, String name) {
    ProfileNode field = fields.get(name);
    if (field == null) {
      throw problem("the field '" + name + "' is missing");
    }
    return field;
  }

  /** The entries of a list. */
  List<ProfileNode> entries() {
    if (!(node instanceof SequenceNode sequence)) {
      throw problem("a list was expected");
    }
    List<ProfileNode> entries = new ArrayList<>();
    for (Node entry : sequence.getValue()) {
      entries.add(new ProfileNode(file, path + "[" + entries.size() + "]", entry));
    }
    return entries;
  }

  /** The entries of a list, or the one value. */
  List<ProfileNode> oneOrMore() {
    List<ProfileNode> entries = node instanceof SequenceNode ? entries() : List.of(this);
    if (entries.isEmpty()) {
      throw problem("at least one value was expected");
    }
    return entries;
  }

  /** A text, which must not be blank. */
  String text() {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw problem("a text was expected");
    }
    return scalar.getValue().strip();
  }

  /** The end of a message about a name: the one that was probably meant, and all that are valid. */
  static String nearestOf(String wrong, Collection<String> valid) {
    String nearest = NearestName.to(wrong, valid);
    String meant = nearest == null ? "." : "; did you mean '" + nearest + "'?";
    return meant + " Valid: " + String.join(", ", valid) + ".";
  }

  InvalidProfileException problem(String what) {
    int line = node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    String field = path.isEmpty() ? "" : ", field " + path;
    return new InvalidProfileException(file + ", line " + line + field + ": " + what);
  }
}
