package io.banwatch.scenario;

import java.util.Random;

/**
 * What one request used, in tokens.
 *
 * @param stream whether the answer was streamed
 */
record Use(long uncached, long cacheRead, long cacheWrite, long output, boolean stream) {
  private static final long FIRST_TOKEN_MILLIS = 600;
  private static final long TOKEN_MILLIS = 12;
  private static final double LEAST = 0.7;
  private static final double SPREAD = 0.6;

  static Use of(long input, long output) {
    return new Use(input, 0, 0, output, false);
  }

  Use streamed() {
    return new Use(uncached, cacheRead, cacheWrite, output, true);
  }

  Use cached(long read, long write) {
    return new Use(uncached, read, write, output, stream);
  }

  /** The same kind of request, up to 30 % larger or smaller. */
  Use varied(Random random) {
    double factor = LEAST + SPREAD * random.nextDouble();
    return new Use(
        scaled(uncached, factor),
        scaled(cacheRead, factor),
        scaled(cacheWrite, factor),
        scaled(output, factor),
        stream);
  }

  long prompt() {
    return uncached + cacheRead + cacheWrite;
  }

  /** How long the answer takes. */
  long millis() {
    return FIRST_TOKEN_MILLIS + TOKEN_MILLIS * output;
  }

  private static long scaled(long tokens, double factor) {
    return Math.round(tokens * factor);
  }
}
