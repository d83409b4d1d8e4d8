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
  public record Busy(double requestsPerSecond, double gapVariation) {}

  /** Requests a second over a whole trace. */
  public double mean(long traceSeconds) {
    double requests = 0;
    for (Busy busy : windows.values()) {
      requests += busy.requestsPerSecond() * WINDOW_SECONDS;
    }
    return requests / traceSeconds;
  }
}
