package io.banwatch.simulate.traffic;

import io.banwatch.simulate.rates.ClientRates;
import io.banwatch.simulate.rates.ClientRates.Busy;

/** How busy a key is that gets a share of a real client's requests ({@link ClientRates#share}). */
public final class TraceWindows implements Windows {
  private final ClientRates client;
  private final double share;
  private final long origin;
  private final long traceSeconds;
  private final long shiftSeconds;

  /**
   * A key's share of a client.
   *
   * @param share p, above 0 up to 1
   * @param origin where the trace begins, microseconds since the epoch
   * @param traceSeconds after which the trace begins again
   * @param shiftSeconds how far into the trace the key begins
   */
  public TraceWindows(
      ClientRates client, double share, long origin, long traceSeconds, long shiftSeconds) {
    this.client = client;
    this.share = share;
    this.origin = origin;
    this.traceSeconds = traceSeconds;
    this.shiftSeconds = shiftSeconds;
  }

  /** Seconds since the trace began, at a time in microseconds since the epoch. */
  long seconds(long micros) {
    return Math.floorMod(Math.floorDiv(micros - origin, Time.SECOND) + shiftSeconds, traceSeconds);
  }

  @Override
  public Window at(long start) {
    long seconds = seconds(start);
    Busy busy = client.windows().get(seconds - seconds % ClientRates.WINDOW_SECONDS);
    if (busy == null) {
      return Window.EMPTY;
    }
    return new Window(
        busy.requestsPerSecond() * ClientRates.WINDOW_SECONDS * share,
        Math.max(1, busy.dispersion(share)));
  }
}
