package io.banwatch.scenario;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.banwatch.flow.ReplaySummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of the scenarios would notice what they are there for. */
class ScenarioGuardTest {
  private static final List<String> TOLD =
      List.of("10:00 firing warning token-burst", "11:00 over");

  @TempDir private Path root;

  @Test
  void everySignalHasAScenarioThatFiresAndANearMiss() {
    ScenarioCoverage.holds(Scenario.in(Scenario.root()));
  }

  @Test
  void aSignalWithoutANearMissIsNoticed() {
    List<Scenario> scenarios = Scenario.in(Scenario.root());
    List<Scenario> without =
        scenarios.stream().filter(one -> !one.nearMissOf().contains("account-disabled")).toList();

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ScenarioCoverage.holds(without))
        .withMessageContaining("account-disabled");
  }

  @Test
  void aSignalThatFiresNowhereIsNoticed() {
    List<Scenario> scenarios = Scenario.in(Scenario.root());
    List<Scenario> without =
        scenarios.stream().filter(one -> !one.fires().contains("auth-failures")).toList();

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ScenarioCoverage.holds(without))
        .withMessageContaining("auth-failures");
  }

  @Test
  void whatIsTheSameIsExpectedTheSame() throws IOException {
    ScenarioCoverage.theSameIsExpected(Scenario.in(Scenario.root()));
  }

  @Test
  void whatIsNotTheSameIsNoticed() throws IOException {
    folder("one", "fires: [token-burst]", TOLD);
    folder("other", "sameAs: one", List.of("10:00 firing info token-burst"));

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ScenarioCoverage.theSameIsExpected(Scenario.in(root)));
  }

  @Test
  void everyScenarioIsDescribedAndInTheIndex() throws IOException {
    ScenarioCoverage.areDescribed(Scenario.in(Scenario.root()));
  }

  @Test
  void aScenarioThatIsNotInTheIndexIsNoticed() throws IOException {
    Path folder = folder("forgotten", "fires: [token-burst]", TOLD);
    Files.writeString(folder.resolve("README.md"), "A story.\n");
    Files.writeString(root.resolve("README.md"), "| [remembered](remembered) | A story |\n");

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ScenarioCoverage.areDescribed(Scenario.in(root)));
  }

  @Test
  void theIndexSaysWhatIsToldFirst() throws IOException {
    ScenarioIndex.saysWhatIsTold(Scenario.in(Scenario.root()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "`new-country`, info",
        "`token-burst`, warning",
        "`new-country`, info; `token-burst`, critical",
        "`new-country`, info; `token-burst`, warning; `auth-failures`, warning"
      })
  void anIndexThatSaysSomethingElseIsNoticed(String told) throws IOException {
    folder(
        "story",
        "fires: [new-country, token-burst]",
        List.of(
            "10:00 firing info new-country a/b key | summary",
            "10:01 firing warning token-burst a/b key | summary",
            "10:02 firing critical token-burst a/b key | summary"));
    Path index = root.resolve("README.md");
    String right = "`new-country`, info; `token-burst`, warning";
    Files.writeString(index, "| [story](story) | A story | " + right + " | at once |\n");
    ScenarioIndex.saysWhatIsTold(Scenario.in(root));

    Files.writeString(index, "| [story](story) | A story | " + told + " | at once |\n");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ScenarioIndex.saysWhatIsTold(Scenario.in(root)));
  }

  @Test
  void aRunThatIsToldAsExpectedPasses() throws IOException {
    Path folder = folder("story", "{fires: [token-burst], counts: {accepted: 7}}", TOLD);

    ScenarioCheck.holds(Scenario.of(folder), run(TOLD, Set.of("token-burst")));
  }

  @Test
  void aWrongExpectationFails() throws IOException {
    Path folder = folder("story", "fires: [token-burst]", List.of(TOLD.get(0)));

    assertFails(folder, run(TOLD, Set.of("token-burst")), "-Dscenarios.update=true");
  }

  @Test
  void linesInAnotherOrderFail() throws IOException {
    Path folder = folder("story", "fires: [token-burst]", List.of(TOLD.get(1), TOLD.get(0)));

    assertFails(folder, run(TOLD, Set.of("token-burst")), "story tells something else");
  }

  @Test
  void aSignalThatIsNotDeclaredFails() throws IOException {
    Path folder = folder("story", "fires: []", TOLD);

    assertFails(folder, run(TOLD, Set.of("token-burst")), "signals that fire in story");
  }

  @Test
  void aNearMissThatAlarmsFails() throws IOException {
    Path folder = folder("story", "{fires: [token-burst], nearMissOf: [token-burst]}", TOLD);

    assertFails(folder, run(TOLD, Set.of("token-burst")), "near miss");
  }

  @Test
  void aWrongCountFails() throws IOException {
    Path folder = folder("story", "{fires: [token-burst], counts: {skipped: 1}}", TOLD);

    assertFails(folder, run(TOLD, Set.of("token-burst")), "counts of story");
  }

  @Test
  void whatWasWantedAndIsReachedMustBeRemoved() throws IOException {
    Path folder = folder("story", "fires: [token-burst]", TOLD);
    Files.write(folder.resolve(Scenario.WANTED), TOLD);

    assertFails(folder, run(TOLD, Set.of("token-burst")), "remove its wanted.txt");
  }

  @Test
  void aFolderWithoutAnExpectationFails() throws IOException {
    Path folder = folder("story", "fires: [token-burst]", TOLD);
    Files.delete(folder.resolve(Scenario.EXPECTED));

    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(
            () -> ScenarioCheck.holds(Scenario.of(folder), run(TOLD, Set.of("token-burst"))));
  }

  @Test
  void aDirectoryWithoutScenariosFails() {
    assertThatIllegalStateException().isThrownBy(() -> Scenario.in(root));
  }

  private Path folder(String name, String about, List<String> expected) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Files.writeString(folder.resolve(Scenario.ABOUT), about + "\n");
    Files.write(folder.resolve(Scenario.EXPECTED), expected);
    return folder;
  }

  private static void assertFails(Path folder, ScenarioRun run, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> ScenarioCheck.holds(Scenario.of(folder), run))
        .withMessageContaining(message);
  }

  private static ScenarioRun run(List<String> told, Set<String> signals) {
    ReplaySummary summary =
        new ReplaySummary(
            "",
            7,
            Map.of(),
            Map.of(),
            Map.of(),
            0,
            0,
            0,
            1,
            1,
            null,
            null,
            Map.of(),
            Map.of(),
            "",
            Instant.EPOCH,
            null,
            List.of());
    return new ScenarioRun(told, signals, signals, summary);
  }
}
