package io.banwatch.alert;

/**
 * An alert that is open, as kept in keyed state.
 *
 * @param told the last line told of it
 * @param toldMagnitude the largest magnitude told so far
 * @param lastFindingAt event time of the newest finding, epoch milliseconds
 * @param quietMillis how long after {@code lastFindingAt} it resolves
 */
public record Episode(Alert told, double toldMagnitude, long lastFindingAt, long quietMillis) {
  /** When it resolves if nothing more is found; {@link Long#MAX_VALUE} for never by itself. */
  public long resolvesAt() {
    return quietMillis == Finding.UNTIL_RESOLVED ? Long.MAX_VALUE : lastFindingAt + quietMillis;
  }

  /** The same alert, held open by one more finding. */
  Episode prolongedBy(Finding finding) {
    return new Episode(told, toldMagnitude, newest(finding), quiet(finding));
  }

  /** The alert after this finding was told. */
  Episode toldAgain(Alert alert, Finding finding) {
    double magnitude = Math.max(toldMagnitude, finding.magnitude());
    return new Episode(alert, magnitude, newest(finding), quiet(finding));
  }

  private long newest(Finding finding) {
    return Math.max(lastFindingAt, finding.at());
  }

  /** The newest finding says how long the quiet must last. */
  private long quiet(Finding finding) {
    return finding.at() >= lastFindingAt ? finding.quietMillis() : quietMillis;
  }
}
