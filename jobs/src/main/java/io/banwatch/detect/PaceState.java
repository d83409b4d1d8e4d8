package io.banwatch.detect;

/** What one key or account sends, by signal; each signal learns and freezes by itself. */
public class PaceState {
  /** Requests. */
  public PaceTrack requests = new PaceTrack();

  /** Tokens: input as the vendor weighs it, and output. */
  public PaceTrack tokens = new PaceTrack();
}
