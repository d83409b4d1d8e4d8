package io.banwatch.simulate.traffic;

import io.banwatch.simulate.traffic.Windows.Window;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;

/**
 * Bursty arrivals in windows: the count of a window is negative binomial, drawn as a Poisson number
 * with a gamma mean, so that its variance is mean x dispersion; the gaps inside are gamma with a
 * squared coefficient of variation of the same dispersion.
 */
public final class WindowArrivals implements Arrivals {
  private static final double LEAST_EXCESS = 1e-3;
  private static final long[] NOTHING = {};

  private final Windows windows;
  private final UniformRandomProvider random;
  private final long until;
  private long nextWindow;
  private long[] times = NOTHING;
  private int position;

  /**
   * Arrivals from a time until another, microseconds since the epoch.
   *
   * @param windows how busy each window is
   */
  public WindowArrivals(Windows windows, UniformRandomProvider random, long from, long until) {
    this.windows = windows;
    this.random = random;
    this.until = until;
    this.nextWindow = from;
  }

  @Override
  public long next() {
    while (position == times.length) {
      if (nextWindow >= until) {
        return NO_MORE;
      }
      times = times(nextWindow);
      position = 0;
      nextWindow += Windows.LENGTH;
    }
    long time = times[position++];
    return time < until ? time : NO_MORE;
  }

  private long[] times(long start) {
    Window window = windows.at(start);
    int count = count(window);
    if (count == 0) {
      return NOTHING;
    }
    SharedStateContinuousSampler gaps =
        AhrensDieterMarsagliaTsangGammaSampler.of(random, 1 / window.dispersion(), 1);
    double[] sums = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += gaps.sample();
      sums[i] = sum;
    }
    sum += gaps.sample();
    long[] drawn = new long[count];
    for (int i = 0; i < count; i++) {
      double share = sum == 0 ? 0 : sums[i] / sum;
      drawn[i] = start + Math.min(Windows.LENGTH - 1, (long) (share * Windows.LENGTH));
    }
    return drawn;
  }

  private int count(Window window) {
    if (window.mean() <= 0) {
      return 0;
    }
    double mean = window.mean();
    double excess = window.dispersion() - 1;
    if (excess > LEAST_EXCESS) {
      mean =
          AhrensDieterMarsagliaTsangGammaSampler.of(random, window.mean() / excess, excess)
              .sample();
    }
    return mean <= 0 ? 0 : PoissonSampler.of(random, mean).sample();
  }
}
