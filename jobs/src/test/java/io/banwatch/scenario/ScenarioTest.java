package io.banwatch.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the detect job over every folder of {@code alerts/scenarios} and compares what it tells, to
 * the letter. With {@code -Dscenarios.update=true} it writes the stories' logs and the expectations
 * anew instead; read the difference before it is committed.
 */
class ScenarioTest {
  private static final boolean UPDATE = Boolean.getBoolean("scenarios.update");

  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @BeforeAll
  static void writeLogs() throws Exception {
    if (UPDATE) {
      ScenarioWriter.write(Stories.all(), Scenario.root());
    }
  }

  @TestFactory
  Stream<DynamicTest> scenariosAreToldAsExpected(@TempDir Path out) {
    return Scenario.in(Scenario.root()).stream()
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(), () -> run(scenario, out.resolve(scenario.name()))));
  }

  private static void run(Scenario scenario, Path out) throws Exception {
    ScenarioRun run = ScenarioRun.of(scenario, Files.createDirectories(out));
    if (UPDATE) {
      scenario.expect(run.told());
    }
    ScenarioCheck.holds(scenario, run);
  }
}
