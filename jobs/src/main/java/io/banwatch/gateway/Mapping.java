package io.banwatch.gateway;

import java.util.Map;

/**
 * Says where a log of any JSON shape holds what Banwatch reads.
 *
 * @param rules one for each field that the log has
 */
record Mapping(Map<MappedField, FieldRule> rules) {
  /** The rule for the field, or null when the log has none. */
  FieldRule rule(MappedField field) {
    return rules.get(field);
  }
}
