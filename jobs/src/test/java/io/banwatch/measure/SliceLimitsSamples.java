package io.banwatch.measure;

import io.banwatch.usage.RateLimits;

/** Limits for tests of other packages. */
public final class SliceLimitsSamples {
  private SliceLimitsSamples() {}

  /** Of requests to one model. */
  public static SliceLimits of(String model, long allowed, long remaining) {
    SliceLimits limits = new SliceLimits();
    limits.add(model, new RateLimits(allowed, remaining, RateLimits.UNKNOWN, RateLimits.UNKNOWN));
    return limits;
  }
}
