package io.banwatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSurvivesKillsTest {
  private static final int RECORDS = 60_000;
  private static final int KILLS = 3;

  @TempDir Path directory;

  @Test
  void killedAtRandomMomentsItTellsWhatAReplayTells() throws Exception {
    KilledRuns.Outcome outcome = new KilledRuns(directory, RECORDS, 1).killed(KILLS);

    assertThat(outcome.settled()).isPositive();
    assertThat(outcome.told()).hasSizeGreaterThanOrEqualTo(outcome.settled());
    assertThat(outcome.replayed()).startsWith(outcome.told().toArray(String[]::new));
    assertThat(outcome.points().compared()).isPositive();
    assertThat(outcome.points().missing()).isEmpty();
    assertThat(outcome.points().other()).isEmpty();
    assertThat(outcome.points().more()).isEmpty();
  }
}
