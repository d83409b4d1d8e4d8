package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  @TempDir private Path directory;

  @BeforeEach
  void makeTheLog() throws Exception {
    Files.createDirectories(log());
  }

  @Test
  void anOutThatIsAFileIsSaid() throws Exception {
    Path out = Files.writeString(directory.resolve("out"), "a file");
    CommandLineRun run = run("--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("--out " + out + " cannot be written: it is a file");
  }

  @Test
  void certificatesWithoutListeningAreSaid() {
    CommandLineRun run = run("--out", out(), "--tls-key", "key.pem", "--checkpoint-seconds", "0");
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("are for --listen").contains("a number from 1 to 600");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void anOutWithinTheLogIsSaid() {
    CommandLineRun run = run("--out", log().resolve("out").toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains("results would be read as log");
  }

  private Path log() {
    return directory.resolve("log");
  }

  private String out() {
    return directory.resolve("out").toString();
  }

  private CommandLineRun run(String... more) {
    List<String> arguments = new ArrayList<>(List.of("run", "--from", log().toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.withoutReplay(arguments.toArray(String[]::new));
  }
}
