package io.banwatch.simulate.traffic;

/** The times at which a key starts requests, in order. */
@FunctionalInterface
public interface Arrivals {
  /** What {@link #next} returns after the last. */
  long NO_MORE = Long.MAX_VALUE;

  /** The next start, microseconds since the epoch, or {@link #NO_MORE}. */
  long next();
}
