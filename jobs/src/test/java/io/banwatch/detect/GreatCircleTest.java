package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GreatCircleTest {
  @Test
  void aDegreeAlongAMeridianIsAHundredAndElevenKilometres() {
    assertThat(GreatCircle.km(0, 0, 1, 0)).isEqualTo(111.195, within(0.001));
  }

  @Test
  void theAntipodeIsHalfWayRound() {
    assertThat(GreatCircle.km(0, 0, 0, 180)).isEqualTo(GreatCircle.HALF_WAY_ROUND_KM);
    assertThat(GreatCircle.km(90, 0, -90, 77))
        .isEqualTo(GreatCircle.HALF_WAY_ROUND_KM, within(1e-6));
  }

  @Test
  void theDateLineIsNoBorder() {
    assertThat(GreatCircle.km(0, 179.5, 0, -179.5)).isEqualTo(111.195, within(0.001));
  }

  @Property
  void everyDistanceIsTheSameBothWays(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude,
      @ForAll @DoubleRange(min = -90, max = 90) double otherLatitude,
      @ForAll @DoubleRange(min = -180, max = 180) double otherLongitude) {
    double there = GreatCircle.km(latitude, longitude, otherLatitude, otherLongitude);

    assertThat(there).isBetween(0.0, GreatCircle.HALF_WAY_ROUND_KM);
    assertThat(GreatCircle.km(otherLatitude, otherLongitude, latitude, longitude))
        .isEqualTo(there, within(1e-6));
  }
}
