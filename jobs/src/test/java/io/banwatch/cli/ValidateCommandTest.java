package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
  @TempDir private Path directory;

  @Test
  void aValidPolicyIsOneLineWithItsHash() throws IOException {
    Path file = Files.writeString(directory.resolve("policy.yaml"), "schemaVersion: 1\n");
    CommandLineRun run = CommandLineRun.withoutReplay("validate", file.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.outLines())
        .containsExactly(file + ": valid, policy " + PolicyReader.builtIn().hash());
  }

  @Test
  void everyProblemIsALineWithItsPlace() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("policy.yaml"),
            """
            schemaVersion: 1
            signals:
              new-contry: {}
            learning:
              recordDays: 99
            """);
    CommandLineRun run = CommandLineRun.withoutReplay("validate", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.errLines().get(0))
        .startsWith("banwatch validate: " + file + ":3:")
        .contains("did you mean `new-country`?");
    assertThat(run.errLines().get(1))
        .startsWith("banwatch validate: " + file + ":5:")
        .contains("learning.recordDays");
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = directory.resolve("none.yaml");
    CommandLineRun run = CommandLineRun.withoutReplay("validate", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(file.toString());
  }
}
