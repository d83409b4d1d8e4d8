package io.banwatch.simulate.rates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Real clients that drive simulated keys.
 *
 * @param clients how busy each was, at least one
 * @param tokens how large the requests of some were, by client; at least one
 * @param meanRequestsPerSecond the mean of a key's target: requests a second in windows in which
 *     its client was busy, above 0
 */
public record Trace(
    List<ClientRates> clients, Map<String, ClientTokens> tokens, double meanRequestsPerSecond) {

  /**
   * Reads the two files.
   *
   * @throws IOException when one cannot be read
   * @throws IllegalArgumentException when one is not what it should be
   */
  public static Trace read(Path rates, Path tokens, double meanRequestsPerSecond)
      throws IOException {
    return new Trace(RatesFile.read(rates), TokensFile.read(tokens), meanRequestsPerSecond);
  }

  /** How long the trace is, seconds: up to the end of the last busy window of any client. */
  public long seconds() {
    long last = 0;
    for (ClientRates client : clients) {
      for (long start : client.windows().keySet()) {
        last = Math.max(last, start);
      }
    }
    return last + ClientRates.WINDOW_SECONDS;
  }
}
