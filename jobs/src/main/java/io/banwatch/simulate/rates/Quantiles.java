package io.banwatch.simulate.rates;

import java.util.List;

/**
 * A distribution of token counts by its quantiles, interpolated on a logarithmic scale, which keeps
 * the tail between the last two heavy.
 *
 * @param values the values at {@link #LEVELS}, not falling, 0 or more
 */
public record Quantiles(List<Double> values) {
  /** The levels at which the files give values. */
  public static final List<Double> LEVELS =
      List.of(0.01, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99, 1.0);

  /**
   * The value at a level.
   *
   * @param level 0 to 1
   */
  public double at(double level) {
    if (level <= LEVELS.get(0)) {
      return values.get(0);
    }
    int upper = 1;
    while (LEVELS.get(upper) < level) {
      upper++;
    }
    double low = Math.log1p(values.get(upper - 1));
    double high = Math.log1p(values.get(upper));
    double share = (level - LEVELS.get(upper - 1)) / (LEVELS.get(upper) - LEVELS.get(upper - 1));
    return Math.expm1(low + share * (high - low));
  }
}
