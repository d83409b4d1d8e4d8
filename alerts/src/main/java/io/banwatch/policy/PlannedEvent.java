package io.banwatch.policy;

import java.util.List;

/**
 * A batch job or a launch that calms named signals for named keys for a time.
 *
 * @param name for people; stands in the calmed alert
 * @param signals the signals' ids
 * @param match whom it calms
 * @param fromMillis first calm moment in event time, epoch milliseconds
 * @param untilMillis first moment after it, epoch milliseconds
 */
public record PlannedEvent(
    String name, List<String> signals, Match match, long fromMillis, long untilMillis) {
  /** Copies the list. */
  public PlannedEvent {
    signals = List.copyOf(signals);
  }
}
