package io.banwatch.dashboards;

import java.util.ArrayList;
import java.util.List;

/** What a dashboard does against the rules, in words that name the place. */
final class Breaches {
  private final String where;
  private final List<String> found = new ArrayList<>();

  Breaches(String where) {
    this.where = where;
  }

  /** Notes a breach unless it holds. */
  void expect(boolean holds, String rule, Object... details) {
    if (!holds) {
      found.add(where + ": " + Blanks.filled(rule, details));
    }
  }

  void add(Breaches others) {
    found.addAll(others.found);
  }

  List<String> found() {
    return List.copyOf(found);
  }
}
