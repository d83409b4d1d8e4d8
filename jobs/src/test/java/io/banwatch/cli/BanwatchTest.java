package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanwatchTest {
  @Test
  void helpGoesToStandardOutput() {
    CommandLineRun run = CommandLineRun.withoutReplay("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Usage: banwatch", "Commands:", "Exit codes:", "Examples:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "benchmark",
        "demo",
        "inspect",
        "notify",
        "notify dead-letters",
        "notify run",
        "notify test",
        "receive",
        "replay",
        "run",
        "simulate",
        "store",
        "validate"
      })
  void everyCommandHasHelpWithItsExitCodes(String command) {
    CommandLineRun run = CommandLineRun.withoutReplay((command + " --help").split(" "));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: banwatch " + command, "Exit codes:");
    assertThat(run.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void whatACommandRequiresIsShownWithoutBracketsAndExamplesAreWhole() {
    assertThat(CommandLineRun.withoutReplay("store", "setup", "--help").out())
        .containsPattern("Usage: banwatch store setup [^\\n]* --influx=URL");
    assertThat(CommandLineRun.withoutReplay("store", "--help").out())
        .contains("Usage: banwatch store --from=DIR --influx=URL\n");
    assertThat(CommandLineRun.withoutReplay("replay", "--help").outLines())
        .contains(
            "  banwatch replay --out out --influx http://localhost:8086/banwatch usage.jsonl");
  }

  @Test
  void withoutACommandTheHelpIsAnError() {
    CommandLineRun run = CommandLineRun.withoutReplay();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: banwatch", "Commands:");
  }

  @Test
  void aMisspeltCommandNamesTheNearest() {
    CommandLineRun run = CommandLineRun.withoutReplay("replya");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly(
            "banwatch: Unmatched argument at index 0: 'replya'",
            "Did you mean: banwatch replay or banwatch store or banwatch receive?",
            "banwatch --help tells what it takes.");
  }

  @Test
  void aMisspeltOptionNamesTheNearest() {
    CommandLineRun run =
        CommandLineRun.withoutReplay("replay", "--out", "out", "--polcy", "p", "log");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly(
            "banwatch replay: Unknown option: '--polcy'",
            "Possible solutions: --policy",
            "banwatch replay --help tells what it takes.");
  }

  @Test
  void anArgumentThatActsOnTheTerminalIsEscaped() {
    CommandLineRun run = CommandLineRun.withoutReplay("\u001b[2J");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("\u001b");
  }

  @Test
  void theVersionIsOneLine() {
    CommandLineRun run = CommandLineRun.withoutReplay("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines()).hasSize(1);
    assertThat(run.out()).startsWith("banwatch ");
  }
}
