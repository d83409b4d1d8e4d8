package io.banwatch.simulate.rates;

import java.util.NavigableMap;

/**
 * How large one real client's requests were.
 *
 * @param windows its windows by their start, seconds since the trace began; at least one
 */
public record ClientTokens(NavigableMap<Long, Sizes> windows) {
  /**
   * The sizes of one window.
   *
   * @param input input tokens
   * @param output output tokens
   */
  public record Sizes(Quantiles input, Quantiles output) {}

  /** The sizes of the window before or at a time, else of the first. */
  public Sizes at(long seconds) {
    NavigableMap<Long, Sizes> before = windows.headMap(seconds, true);
    return before.isEmpty() ? windows.firstEntry().getValue() : before.lastEntry().getValue();
  }
}
