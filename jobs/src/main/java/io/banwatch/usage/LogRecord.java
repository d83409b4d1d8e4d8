package io.banwatch.usage;

/**
 * What one value of the log became: exactly one of event, rejection and skip is not null. Flat,
 * because a Flink source has no side outputs and a sealed type would need a serializer of its own.
 *
 * @param position where it stands in the log
 * @param event the request, when it is one
 * @param rejection why it was not understood
 * @param skip why it does not count
 * @param droppedFields which bad fields were left out of an event that was kept, as a bit set by
 *     {@link DroppedField}
 * @param host the host name of the event's upstream, for the rules that name accounts; null when
 *     unknown. It stands here and not in the event, because nothing needs it once the account is
 *     named
 * @param learning whether it comes from a history that is only to be learned from: nothing is told
 *     of it
 */
public record LogRecord(
    Position position,
    UsageEvent event,
    Rejection rejection,
    Skip skip,
    int droppedFields,
    String host,
    boolean learning) {
  /** A request whose upstream's host is not known. */
  public static LogRecord of(Position position, UsageEvent event, int droppedFields) {
    return of(position, event, droppedFields, null);
  }

  /** A request. */
  public static LogRecord of(Position position, UsageEvent event, int droppedFields, String host) {
    return new LogRecord(position, event, null, null, droppedFields, host, false);
  }

  /** A value that was not understood. */
  public static LogRecord rejected(Rejection rejection) {
    return new LogRecord(rejection.position(), null, rejection, null, 0, null, false);
  }

  /** A value that does not count. */
  public static LogRecord skipped(Position position, Skip skip) {
    return new LogRecord(position, null, null, skip, 0, null, false);
  }

  /** The same, only to be learned from. */
  public LogRecord asLearning() {
    return new LogRecord(position, event, rejection, skip, droppedFields, host, true);
  }
}
