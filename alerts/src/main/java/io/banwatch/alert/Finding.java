package io.banwatch.alert;

import java.util.function.Supplier;

/**
 * What a signal saw in one record: that its pattern holds now. Many findings make one episode.
 *
 * @param signal the signal's stable id, lower case with hyphens
 * @param severity how bad this record alone makes it
 * @param magnitude how far the pattern goes, in the signal's own unit, above 0; an episode is told
 *     again when it has doubled
 * @param at event time of the record, epoch milliseconds
 * @param quietMillis how long after the last finding the episode resolves; {@link #UNTIL_RESOLVED}
 *     when only a signal's own word ends it
 * @param explanation made only when the finding is told, since most only prolong an episode
 */
public record Finding(
    String signal,
    Severity severity,
    double magnitude,
    long at,
    long quietMillis,
    Supplier<Explanation> explanation) {
  /** A quiet time that never ends. */
  public static final long UNTIL_RESOLVED = Long.MAX_VALUE;
}
