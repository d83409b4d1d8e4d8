package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPauseTest {
  @Test
  void itDoublesUpToTheLongestWithARandomHalf() {
    RetryPause pause = new RetryPause(100, 1_000, new Random(1));
    for (long whole : new long[] {100, 200, 400, 800, 1_000, 1_000}) {
      assertThat(pause.afterFailure(0)).isBetween(whole / 2, whole);
    }
    for (int i = 0; i < 200; i++) {
      assertThat(pause.afterFailure(0)).isBetween(500L, 1_000L);
    }
    pause.succeeded();
    assertThat(pause.afterFailure(0)).isBetween(50L, 100L);
  }

  @Test
  void whatTheServerAsksForIsNotCut() {
    assertThat(new RetryPause(100, 1_000, new Random(1)).afterFailure(60_000)).isEqualTo(60_000);
  }
}
