package io.banwatch.detect;

/** What one pace signal remembers of one key or account. */
public class PaceTrack {
  /** The sliding minute. */
  public PaceWindowState oneMinute = new PaceWindowState();

  /** The sliding ten minutes. */
  public PaceWindowState tenMinutes = new PaceWindowState();

  /** The sliding hour. */
  public PaceWindowState sixtyMinutes = new PaceWindowState();

  /** The number of the hour since the epoch that the records are noting in; -1 at first. */
  public long hour = -1;

  /** Event time of the open episode's first breach, epoch milliseconds; 0 when none is open. */
  public long breachFrom;

  /** Event time of the newest breach, epoch milliseconds. */
  public long breachLast;

  /** When the open episode ends if nothing more is found, epoch milliseconds. */
  public long breachUntil;

  /**
   * When the week began in which episodes may raise the records only so far; 0 before the first.
   */
  public long adoptionFrom;

  PaceWindowState window(PaceSpan span) {
    return switch (span) {
      case ONE_MINUTE -> oneMinute;
      case TEN_MINUTES -> tenMinutes;
      case SIXTY_MINUTES -> sixtyMinutes;
    };
  }
}
