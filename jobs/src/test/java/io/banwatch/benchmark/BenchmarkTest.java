package io.banwatch.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
  @Test
  void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
    assertThat(Benchmark.median(List.of(0.5))).isEqualTo(0.5);
    assertThat(Benchmark.median(List.of(0.5, 0.25))).isEqualTo(0.375);
    assertThat(Benchmark.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2.0);
    assertThat(Benchmark.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
  }
}
