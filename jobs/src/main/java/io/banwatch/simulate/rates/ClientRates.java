package io.banwatch.simulate.rates;

import java.util.Map;

/**
 * How busy one real client was.
 *
 * @param client its name in the file
 * @param windows its busy windows by their start, seconds since the trace began
 */
public record ClientRates(String client, Map<Long, Busy> windows) {
  /** The length of a window, seconds. */
  public static final int WINDOW_SECONDS = 600;

  /**
   * One window of a client.
   *
   * @param requestsPerSecond 0 or more
   * @param gapVariation coefficient of variation of the gaps between requests, 0 or more
   */
  public record Busy(double requestsPerSecond, double gapVariation) {
    /**
     * The variance of a window's count over its mean, once thinned: {@code 1 + share (cv^2 - 1)}.
     *
     * @param share the part of the requests that stays, above 0 up to 1
     */
    public double dispersion(double share) {
      return 1 + share * (gapVariation * gapVariation - 1);
    }
  }

  /**
   * Requests a second over the windows in which the client sent any; 0 when there is none. The
   * source leaves out windows of fewer than ten requests, so a mean over all the time would take a
   * client that works an hour a day for one that trickles all day, and thin it to storms.
   */
  public double mean() {
    double sum = 0;
    int busy = 0;
    for (Busy window : windows.values()) {
      sum += window.requestsPerSecond();
      busy += window.requestsPerSecond() > 0 ? 1 : 0;
    }
    return busy == 0 ? 0 : sum / busy;
  }

  /**
   * The share of the client's requests that is left when it is thinned to a target: target over
   * {@link #mean}, at most 1. A key that is driven so sends the target while its client is busy,
   * and less over all.
   *
   * @param target requests a second in busy windows, above 0
   */
  public double share(double target) {
    return Math.min(1, target / mean());
  }
}
