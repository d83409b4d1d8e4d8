package io.banwatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.detect.AccountSignal;
import io.banwatch.detect.DetectionSignals;
import io.banwatch.detect.FeedSignal;
import io.banwatch.detect.KeySignal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the scenarios must hold together. */
final class ScenarioCoverage {
  private ScenarioCoverage() {}

  /** Every signal's id. */
  static Set<String> signals() {
    return Stream.of(
            DetectionSignals.ofKeys().stream().map(KeySignal::id),
            DetectionSignals.ofAccounts().stream().map(AccountSignal::id),
            DetectionSignals.ofFeed(null, null).stream().map(FeedSignal::id))
        .flatMap(ids -> ids)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Fails when a signal lacks a scenario in which it fires, or a near miss. */
  static void holds(List<Scenario> scenarios) {
    assertThat(named(scenarios.stream().map(Scenario::fires)))
        .as("signals with a scenario in which they fire")
        .isEqualTo(signals());
    assertThat(named(scenarios.stream().map(Scenario::nearMissOf)))
        .as("signals with a near miss")
        .isEqualTo(signals());
  }

  /** Fails when a scenario that says it is the same as another expects something else. */
  static void theSameIsExpected(List<Scenario> scenarios) throws IOException {
    for (Scenario scenario : scenarios) {
      if (scenario.sameAs() != null) {
        Scenario other = Scenario.of(scenario.folder().resolveSibling(scenario.sameAs()));
        assertThat(scenario.expected())
            .as("%s is told as %s", scenario.name(), other.name())
            .isEqualTo(other.expected());
      }
    }
  }

  /** Fails when a scenario has no story for a reader, or is missing from the index. */
  static void areDescribed(List<Scenario> scenarios) throws IOException {
    for (Scenario scenario : scenarios) {
      assertThat(scenario.folder().resolve(Scenario.STORY)).isNotEmptyFile();
      assertThat(Files.readString(scenario.folder().resolveSibling(Scenario.STORY)))
          .as("the index of scenarios")
          .contains("| [" + scenario.name() + "](" + scenario.name() + ") |");
    }
  }

  private static Set<String> named(Stream<List<String>> lists) {
    return lists.flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
  }
}
