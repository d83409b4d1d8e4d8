package io.banwatch.flow;

import io.banwatch.alert.Alert;

/**
 * An alert line and its place among the lines of all operators, which does not depend on how they
 * raced.
 *
 * <p>Between two watermarks come, in this order, the lines that records caused, by their records'
 * places in the log; then those that time caused, by their moments. A record's line has the moment
 * after the watermark before it. A line of time has its own moment, and is sent before a watermark
 * of that moment or later.
 *
 * @param slot epoch milliseconds
 * @param place the record's place in the log, from 0; {@link #BY_TIME} for what time caused
 * @param alert the line
 */
public record SlottedAlert(long slot, long place, Alert alert) {
  /** Stands for the place of a line that no record caused. */
  public static final long BY_TIME = -1;

  static SlottedAlert byTime(long slot, Alert alert) {
    return new SlottedAlert(slot, BY_TIME, alert);
  }

  boolean isByTime() {
    return place == BY_TIME;
  }
}
