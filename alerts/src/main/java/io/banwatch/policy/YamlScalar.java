package io.banwatch.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * What a scalar means: YAML 1.2's core schema, as editors read it too. So {@code no} is a text (and
 * a country), {@code 010} and {@code 1_000} are texts and not numbers, and times stay texts.
 * Numbers without a fraction become whole numbers however they are written.
 */
final class YamlScalar {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(0|[1-9][0-9]{0,17}|(0|[1-9][0-9]{0,17})?\\.[0-9]{1,18})([eE][-+]?[0-9]{1,3})?");
  private static final double LARGEST_EXACT = 1e15;

  private YamlScalar() {}

  static JsonNode of(ScalarNode node) {
    String text = node.getValue();
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (!node.isPlain()) {
      return factory.textNode(text);
    }
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> factory.nullNode();
      case "true", "True", "TRUE" -> factory.booleanNode(true);
      case "false", "False", "FALSE" -> factory.booleanNode(false);
      default -> NUMBER.matcher(text).matches() ? number(text) : factory.textNode(text);
    };
  }

  private static JsonNode number(String text) {
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      return JsonNodeFactory.instance.textNode(text);
    }
    if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
      return JsonNodeFactory.instance.numberNode((long) value);
    }
    return JsonNodeFactory.instance.numberNode(value);
  }
}
