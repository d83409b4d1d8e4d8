package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecentDistinctTest {
  @Test
  void theNewestTimeOfAValueCounts() {
    RecentDistinct seen = new RecentDistinct();
    seen.see(1, 100, 4);
    seen.see(2, 50, 4);
    seen.see(1, 10, 4);

    assertThat(seen.within(51)).isEqualTo(2);
    assertThat(seen.within(50)).isEqualTo(1);
    assertThat(seen.values).containsExactly(1);
  }

  @Test
  void nothingSeenIsNone() {
    assertThat(new RecentDistinct().within(1)).isZero();
  }

  @Property
  void theCountDoesNotDependOnTheOrderAndIsBounded(
      @ForAll @Size(max = 40) List<@IntRange(max = 9) Integer> values, @ForAll Random random) {
    List<Integer> order =
        new java.util.ArrayList<>(IntStream.range(0, values.size()).boxed().toList());
    int inOrder = count(values, order);
    Collections.shuffle(order, random);

    assertThat(count(values, order)).isEqualTo(inOrder).isLessThanOrEqualTo(6);
  }

  private static int count(List<Integer> values, List<Integer> order) {
    RecentDistinct seen = new RecentDistinct();
    for (int place : order) {
      seen.see(values.get(place), 10L * place, 6);
    }
    return seen.within(150);
  }
}
