package io.banwatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.flow.ReplayJob;
import io.banwatch.flow.ReplaySettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenarios share a cluster to save time; a replay that starts its own tells the same. */
class ReplayedAloneTest {
  @Test
  void aReplayInItsOwnClusterTellsTheSame(@TempDir Path out) throws Exception {
    Scenario scenario = Scenario.of(Scenario.root().resolve("stolen-key"));
    ReplaySettings settings =
        new ReplaySettings(
            List.of(scenario.log().toString()), out, scenario.policyText(), null, null, 1);

    ReplayJob.run(settings, ScenarioRun.NOBODY);

    assertThat(ScenarioRun.told(out)).isEqualTo(scenario.expected());
  }
}
