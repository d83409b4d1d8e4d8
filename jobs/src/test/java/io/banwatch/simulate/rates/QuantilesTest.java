package io.banwatch.simulate.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class QuantilesTest {
  private static final Quantiles TOKENS =
      new Quantiles(List.of(0.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 900.0, 4_000.0, 90_000.0));

  @Test
  void aLevelOfTheTableGivesItsValue() {
    for (int i = 0; i < Quantiles.LEVELS.size(); i++) {
      assertThat(TOKENS.at(Quantiles.LEVELS.get(i)))
          .isCloseTo(TOKENS.values().get(i), within(1e-6));
    }
  }

  @Property(tries = 500)
  void aHigherLevelNeverGivesLess(
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    double low = TOKENS.at(Math.min(one, other));
    double high = TOKENS.at(Math.max(one, other));
    assertThat(low).isLessThanOrEqualTo(high).isBetween(0.0, 90_000.1);
    assertThat(high).isBetween(0.0, 90_000.1);
  }
}
