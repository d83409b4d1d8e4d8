package io.banwatch.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void theMostSeenComeFirstAndEqualsByName() {
    Tally tally = new Tally();
    Stream.of("b", "c", "a", "c", "d").forEach(tally::add);
    tally.add(null);
    assertThat(tally.distinct()).isEqualTo(4);
    assertThat(tally.top(3))
        .containsExactly(new Tally.Count("c", 2), new Tally.Count("a", 1), new Tally.Count("b", 1));
  }
}
