package io.banwatch.alert;

/**
 * An alert that is open, as kept in keyed state.
 *
 * @param told the last line told of it
 * @param toldMagnitude the magnitude of that line
 * @param lastFindingAt event time of the newest finding, epoch milliseconds
 * @param quietMillis how long after {@code lastFindingAt} it resolves
 */
public record Episode(Alert told, double toldMagnitude, long lastFindingAt, long quietMillis) {
  /** When it resolves if nothing more is found; {@link Long#MAX_VALUE} for never by itself. */
  public long resolvesAt() {
    return quietMillis == Finding.UNTIL_RESOLVED ? Long.MAX_VALUE : lastFindingAt + quietMillis;
  }

  Episode prolongedTo(long at) {
    return new Episode(told, toldMagnitude, Math.max(lastFindingAt, at), quietMillis);
  }
}
