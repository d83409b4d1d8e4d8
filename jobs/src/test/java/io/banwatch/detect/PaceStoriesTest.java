package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A small cut of {@link PaceEvaluation}: one seed of real rates, each story once. */
class PaceStoriesTest {
  private static final int KEYS = 16;
  private static final long SEED = 1;

  @Test
  void everyStoryIsToldAndCleanKeysAreQuiet() {
    SimulatedFortnight fortnight =
        new SimulatedFortnight(ServegenRates.read("m-small"), KEYS, 1, SEED);
    PaceReplay replay = new PaceReplay(PaceSettings.defaults());

    replay.run(fortnight.keys);

    PaceScore score = new PaceScore(fortnight, replay);
    assertThat(score.caught()).isEqualTo(SimulatedStory.values().length);
    assertThat(score.per100Told()).isLessThanOrEqualTo(2);
  }
}
