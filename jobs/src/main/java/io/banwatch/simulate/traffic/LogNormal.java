package io.banwatch.simulate.traffic;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.LogNormalSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Log-normal numbers by their median, which reads better than the mean of their logarithm. */
final class LogNormal {
  private LogNormal() {}

  /**
   * A sampler.
   *
   * @param median above 0
   * @param spread standard deviation of the logarithm, above 0
   */
  static ContinuousSampler of(UniformRandomProvider random, double median, double spread) {
    return LogNormalSampler.of(
        ZigguratSampler.NormalizedGaussian.of(random), Math.log(median), spread);
  }
}
