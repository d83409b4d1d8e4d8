package io.banwatch.usage;

/**
 * What one value of the log became: exactly one of the three is not null. Flat, because a Flink
 * source has no side outputs and a sealed type would need a serializer of its own.
 *
 * @param position where it stands in the log
 * @param event the request, when it is one
 * @param rejection why it was not understood
 * @param skip why it does not count
 * @param droppedFields how many bad fields were left out of an event that was kept, as a bit set by
 *     {@link DroppedField}
 */
public record LogRecord(
    Position position, UsageEvent event, Rejection rejection, Skip skip, int droppedFields) {
  /** A request. */
  public static LogRecord of(Position position, UsageEvent event, int droppedFields) {
    return new LogRecord(position, event, null, null, droppedFields);
  }

  /** A value that was not understood. */
  public static LogRecord rejected(Rejection rejection) {
    return new LogRecord(rejection.position(), null, rejection, null, 0);
  }

  /** A value that does not count. */
  public static LogRecord skipped(Position position, Skip skip) {
    return new LogRecord(position, null, null, skip, 0);
  }
}
