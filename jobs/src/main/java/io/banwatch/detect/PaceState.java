package io.banwatch.detect;

/** What one key or account sends, by signal; each signal learns and freezes by itself. */
public class PaceState {
  /** Requests. */
  public PaceTrack requests = new PaceTrack();

  /** Tokens: input as the vendor weighs it, and output. */
  public PaceTrack tokens = new PaceTrack();

  /** The window in which a measure is judged. */
  PaceWindowState window(PaceMeasure measure, PaceSpan span) {
    return (measure == PaceMeasure.REQUESTS ? requests : tokens).window(span);
  }

  /** The place of a measure's record in its window. */
  static int recordOf(PaceMeasure measure) {
    return measure == PaceMeasure.OUTPUT ? 1 : 0;
  }
}
