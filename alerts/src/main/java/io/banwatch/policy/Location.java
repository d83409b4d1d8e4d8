package io.banwatch.policy;

/**
 * Where a value stands in a YAML file.
 *
 * @param field its path as people write it, for example {@code overrides[2].match.key}
 * @param line from 1
 * @param column from 1
 */
record Location(String field, int line, int column) {}
