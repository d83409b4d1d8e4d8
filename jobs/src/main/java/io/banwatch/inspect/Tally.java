package io.banwatch.inspect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each name was seen. */
public final class Tally {
  private final Map<String, Long> counts = new HashMap<>();

  Tally() {}

  /**
   * A name, and how often it was seen.
   *
   * @param name as the log has it: it may be hostile
   * @param count at least 1
   */
  public record Count(String name, long count) {}

  void add(String name) {
    if (name != null) {
      counts.merge(name, 1L, Long::sum);
    }
  }

  /** How many different names were seen. */
  public int distinct() {
    return counts.size();
  }

  /** The names that were seen most; equal counts in the order of the names. */
  public List<Count> top(int most) {
    return counts.entrySet().stream()
        .map(entry -> new Count(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::name))
        .limit(most)
        .toList();
  }
}
