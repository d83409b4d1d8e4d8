package io.banwatch.policy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.text.AddressNotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a schema cannot say: addresses, times, and entries that contradict one another. Judges texts
 * only: whatever is of the wrong type has been told already.
 */
final class PolicyChecks {
  private static final List<String> ACCOUNT_LISTS =
      List.of("organizations", "deployments", "hosts");

  private final YamlDocument document;
  private final JsonNode root;
  private final PolicyEntries entries;

  private PolicyChecks(YamlDocument document) {
    this.document = document;
    this.root = document.root();
    this.entries = new PolicyEntries(document);
  }

  /** Notes everything that is wrong, whatever the schema has found before. */
  static void check(YamlDocument document) {
    PolicyChecks checks = new PolicyChecks(document);
    checks.blocks("/gateway/trustedProxies", new HashMap<>());
    checks.networks();
    checks.planned();
    checks.accounts();
    TellingChecks.check(document);
  }

  private void networks() {
    Map<String, JsonPointer> names = new HashMap<>();
    Map<String, JsonPointer> blocks = new HashMap<>();
    for (int i = 0; i < root.path("networks").size(); i++) {
      entries.once(names, at("/networks/" + i + "/name"), "a name of its own");
      blocks("/networks/" + i + "/blocks", blocks);
    }
  }

  private void blocks(String list, Map<String, JsonPointer> seen) {
    for (int i = 0; i < root.at(list).size(); i++) {
      JsonPointer pointer = at(list + "/" + i);
      if (!root.at(pointer).isTextual()) {
        continue;
      }
      try {
        String block = AddressNotation.canonicalBlock(root.at(pointer).asText());
        entries.once(seen, block, pointer, "each block once");
      } catch (IllegalArgumentException e) {
        document.problem(pointer, SchemaWords.found(root.at(pointer)), e.getMessage(), null);
      }
    }
  }

  private void planned() {
    Map<String, JsonPointer> names = new HashMap<>();
    for (int i = 0; i < root.path("planned").size(); i++) {
      entries.once(names, at("/planned/" + i + "/name"), "a name of its own");
      entries.period("/planned/" + i);
    }
  }

  private void accounts() {
    Map<String, JsonPointer> names = new HashMap<>();
    for (int i = 0; i < root.path("accounts").size(); i++) {
      String rule = "/accounts/" + i;
      String vendor = root.at(rule).path("vendor").asText("*");
      if (root.at(rule).path("account").isTextual()) {
        String name = vendor + "\n" + root.at(rule).path("account").asText();
        entries.once(names, name, at(rule + "/account"), "one rule for each account of a vendor");
      }
      if (root.at(rule).isObject()
          && ACCOUNT_LISTS.stream().allMatch(list -> root.at(rule).path(list).isEmpty())) {
        String expected = "a value in one of " + SchemaWords.list(ACCOUNT_LISTS);
        document.problem(at(rule), "a rule that fits no request", expected, null);
      }
    }
    ACCOUNT_LISTS.forEach(this::contradictions);
  }

  /** A value in two rules for the same vendor: the later rule would never be asked. */
  private void contradictions(String list) {
    Map<String, Map<String, JsonPointer>> rulesByValue = new HashMap<>();
    for (int i = 0; i < root.path("accounts").size(); i++) {
      JsonNode rule = root.path("accounts").get(i);
      String vendor = rule.path("vendor").asText("*");
      for (int j = 0; j < rule.path(list).size(); j++) {
        String value = rule.path(list).get(j).asText();
        JsonPointer pointer = at("/accounts/" + i + "/" + list + "/" + j);
        Map<String, JsonPointer> rules =
            rulesByValue.computeIfAbsent(value, unused -> new HashMap<>());
        JsonPointer earlier = rules.getOrDefault(vendor, rules.get("*"));
        if (earlier != null) {
          String found = "\"" + value + "\", which is in " + document.location(earlier).field();
          document.problem(pointer, found, "each value in one rule for a vendor", null);
        }
        rules.putIfAbsent(vendor, pointer);
      }
    }
  }

  private static JsonPointer at(String pointer) {
    return JsonPointer.compile(pointer);
  }
}
