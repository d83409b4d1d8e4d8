package io.banwatch.policy;

import io.banwatch.alert.Alert;
import java.util.List;

/**
 * A time in which some alerts are not told. They stand in the alert log all the same.
 *
 * @param why the reason, for people
 * @param signals signals that are not told; empty for all
 * @param match whom it is about, or null for all
 * @param fromMillis first silent moment, epoch milliseconds
 * @param untilMillis first moment after it, epoch milliseconds
 */
public record Silence(
    String why, List<String> signals, Match match, long fromMillis, long untilMillis) {
  /** Copies the list. */
  public Silence {
    signals = List.copyOf(signals);
  }

  /**
   * Whether this alert is not told now.
   *
   * @param at when it would be told, epoch milliseconds
   */
  public boolean covers(Alert alert, long at) {
    return fromMillis <= at
        && at < untilMillis
        && (signals.isEmpty() || signals.contains(alert.signal()))
        && (match == null || match.matches(alert.subject()));
  }
}
