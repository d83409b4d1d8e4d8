package io.banwatch.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banwatch.alert.IsoTime;
import io.banwatch.text.AddressNotation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A checked policy as a tree: merged, and brought to the one form that equal policies share. */
final class PolicyTree {
  private static final int HASH_DIGITS = 12;
  private static final ObjectWriter CANONICAL =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build().writer();

  private PolicyTree() {}

  /** The base with the patch on top: mappings field by field, lists and scalars replaced whole. */
  static ObjectNode merged(ObjectNode base, JsonNode patch) {
    ObjectNode result = base.deepCopy();
    merge(result, patch);
    return result;
  }

  private static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (target.get(field.getKey()) instanceof ObjectNode below && field.getValue().isObject()) {
        merge(below, field.getValue());
      } else {
        target.set(field.getKey(), field.getValue().deepCopy());
      }
    }
  }

  /** Writes blocks and times, which have many spellings, in one. */
  static void normalize(ObjectNode policy) {
    normalizeBlocks(policy.at("/gateway/trustedProxies"));
    policy.path("networks").forEach(network -> normalizeBlocks(network.path("blocks")));
    normalizeTimes(policy.path("planned"));
    normalizeTimes(policy.path("silences"));
  }

  /** The tree as JSON with sorted fields: equal policies give equal text. */
  static String canonical(JsonNode policy) {
    try {
      return CANONICAL.writeValueAsString(policy);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always writable", e);
    }
  }

  /** SHA-256 of the canonical text, cut to 12 hex digits. */
  static String hash(String canonical) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void normalizeBlocks(JsonNode blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      ((ArrayNode) blocks).set(i, AddressNotation.canonicalBlock(blocks.get(i).asText()));
    }
  }

  private static void normalizeTimes(JsonNode entries) {
    for (JsonNode entry : entries) {
      normalizeTime((ObjectNode) entry, "from");
      normalizeTime((ObjectNode) entry, "until");
    }
  }

  private static void normalizeTime(ObjectNode event, String field) {
    long epochMillis = PlannedTime.epochMillis(event.get(field).asText());
    event.put(field, IsoTime.format(epochMillis));
  }
}
