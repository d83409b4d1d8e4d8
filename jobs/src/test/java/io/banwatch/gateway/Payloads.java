package io.banwatch.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Records of LiteLLM, changed for a test. */
final class Payloads {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Payloads() {}

  /** A success with cache reads and writes, of LiteLLM 1.106. */
  static ObjectNode success() {
    return parse(Samples.lines("slp-1.106.2.jsonl").get(2));
  }

  /** A vendor's refusal to serve a disabled organisation, of LiteLLM 1.106. */
  static ObjectNode failure() {
    return parse(Samples.lines("slp-1.106.2.jsonl").get(4));
  }

  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The record with one value changed, given as JSON. */
  static String with(ObjectNode record, String pointer, String json) {
    int last = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) record.at(pointer.substring(0, last));
    try {
      parent.set(pointer.substring(last + 1), JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
    return record.toString();
  }

  static String without(ObjectNode record, String pointer) {
    int last = pointer.lastIndexOf('/');
    ((ObjectNode) record.at(pointer.substring(0, last))).remove(pointer.substring(last + 1));
    return record.toString();
  }

  /** The same record with the fields of every object in another order. */
  static JsonNode shuffled(JsonNode node, Random random) {
    if (node.isArray()) {
      List<JsonNode> elements = new ArrayList<>();
      node.forEach(element -> elements.add(shuffled(element, random)));
      return JSON.createArrayNode().addAll(elements);
    }
    if (!node.isObject()) {
      return node;
    }
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
    Collections.shuffle(fields, random);
    ObjectNode shuffled = JSON.createObjectNode();
    fields.forEach(field -> shuffled.set(field.getKey(), shuffled(field.getValue(), random)));
    return shuffled;
  }

  /** The same record with a marked text in place of, or behind, every text but the named ones. */
  static JsonNode marked(JsonNode node, String path, String mark, List<String> but) {
    if (node.isObject()) {
      ObjectNode marked = JSON.createObjectNode();
      node.properties()
          .forEach(
              field -> {
                String child = path + "/" + field.getKey();
                marked.set(field.getKey(), marked(field.getValue(), child, mark, but));
              });
      return marked;
    }
    if (node.isArray()) {
      List<JsonNode> elements = new ArrayList<>();
      node.forEach(element -> elements.add(marked(element, path + "/0", mark, but)));
      return JSON.createArrayNode().addAll(elements);
    }
    return (node.isTextual() || node.isNull()) && !but.contains(path)
        ? TextNode.valueOf(mark + path)
        : node;
  }
}
