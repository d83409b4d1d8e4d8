package io.banwatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.flow.ReplaySummary;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Compares a run with what its scenario expects. */
final class ScenarioCheck {
  private static final String REMEDY =
      "%s tells something else than its %s; when that is right, run once with"
          + " -Dscenarios.update=true and read the difference";

  private ScenarioCheck() {}

  /** Fails when anything is told otherwise than expected, or counted otherwise. */
  static void holds(Scenario scenario, ScenarioRun run) throws IOException {
    String name = scenario.name();
    assertThat(run.told())
        .as(REMEDY, name, Scenario.EXPECTED)
        .containsExactlyElementsOf(scenario.expected());
    assertThat(scenario.wanted())
        .as("%s tells what was wanted: remove its %s", name, Scenario.WANTED)
        .isNotEqualTo(Optional.of(run.told()));
    assertThat(run.fired())
        .as("signals that fire in %s", name)
        .containsExactlyInAnyOrderElementsOf(scenario.fires());
    assertThat(run.alarmed().stream().filter(scenario.nearMissOf()::contains))
        .as("signals of which %s is a near miss", name)
        .isEmpty();
    ReplaySummary summary = run.summary();
    Map<String, Long> counted =
        Map.of(
            "accepted", summary.accepted(),
            "rejected", summary.rejected(),
            "skipped", summary.skipped(),
            "late", summary.late());
    assertThat(counted).as("counts of %s", name).containsAllEntriesOf(scenario.counts());
  }
}
