package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Why an account with few sampled keys need not be asked how many of them rise. */
class GrowthSamplePropertiesTest {
  private static final long MINUTE = 60_000;

  @Property(tries = 300)
  void noMoreKeysRiseThanAreSampled(
      @ForAll @Size(max = 200) List<@IntRange(max = 999) Integer> sums,
      @ForAll @IntRange(max = 30) int minutes) {
    List<SiblingState> siblings = new ArrayList<>();
    GrowthSample sample = new GrowthSample(siblings);
    for (int sum : sums) {
      sample.see("key-" + sum % 100, (sum % 20) * MINUTE, sum % 8);
    }
    long now = minutes * MINUTE;

    assertThat(sample.size()).isEqualTo(siblings.size()).isLessThanOrEqualTo(GrowthSample.MOST);
    assertThat(sample.rising(now)).isLessThanOrEqualTo(sample.size());
    assertThat(sample.active(now)).isLessThanOrEqualTo(sample.size());
  }
}
