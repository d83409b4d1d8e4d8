package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SliceRingTest {
  private static final long START = 1_793_577_600_000L;

  @Test
  void aSliceStopsAtTheLargestNumberItCanHold() {
    SliceRing ring = new SliceRing();
    int place = ring.slideTo(START, PaceSpan.ONE_MINUTE);

    ring.add(0, place, Integer.MAX_VALUE - 1, PaceSpan.ONE_MINUTE);
    ring.add(0, place, 100_000_000, PaceSpan.ONE_MINUTE);

    assertThat(ring.total(0)).isEqualTo(Integer.MAX_VALUE);
    ring.slideTo(START + PaceSpan.ONE_MINUTE.millis(), PaceSpan.ONE_MINUTE);
    assertThat(ring.total(0)).isZero();
  }

  @Test
  void aSeriesThatWasNeverAddedToTakesNoSpace() {
    SliceRing ring = new SliceRing();
    int place = ring.slideTo(START, PaceSpan.TEN_MINUTES);

    ring.add(0, place, 7, PaceSpan.TEN_MINUTES);
    ring.add(3, place, 0, PaceSpan.TEN_MINUTES);

    assertThat(ring.slices).hasSize(20);
    assertThat(ring.total(3)).isZero();
  }
}
