package io.banwatch.dashboards;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a reader chose for a variable, and how Grafana writes it into a query.
 *
 * @param values the chosen values; none stands for "All"
 * @param many whether the variable takes several values at all
 */
record Choice(List<String> values, boolean many) {
  private static final String EVERYTHING = ".*";

  static Choice all() {
    return new Choice(List.of(), true);
  }

  static Choice of(String... values) {
    return new Choice(List.of(values), true);
  }

  /** Of a variable that takes one value. */
  static Choice one(String value) {
    return new Choice(List.of(value), false);
  }

  /** As {@code ${x:regex}}: one value escaped, several as an alternative; "All" as it stands. */
  String asExpression() {
    if (values.isEmpty()) {
      return EVERYTHING;
    }
    if (values.size() == 1) {
      return escaped(values.get(0));
    }
    return alternative();
  }

  /**
   * As {@code $x}, where the data source decides.
   *
   * @param insideExpression whether it stands between two slashes
   */
  String bare(boolean insideExpression) {
    if (values.isEmpty()) {
      return EVERYTHING;
    }
    if (many) {
      return alternative();
    }
    return insideExpression ? escaped(values.get(0)) : values.get(0);
  }

  private String alternative() {
    return values.stream().map(Choice::escaped).collect(Collectors.joining("|", "(", ")"));
  }

  /** Grafana's escaping for expressions: of the slash, too. */
  static String escaped(String value) {
    return value.replaceAll("[\\\\^$*+?.()|\\[\\]{}/]", "\\\\$0");
  }
}
