package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.log.UsageLogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a replay that cannot be begun or ended. */
class WrongReplayTest {
  @TempDir private Path directory;
  private Path log;
  private Path out;

  @BeforeEach
  void writeLog() throws IOException {
    log = Files.writeString(directory.resolve("usage.jsonl"), "{}\n");
    out = directory.resolve("out");
  }

  @Test
  void anEmptyOutNeverMeansTheWorkingDirectory() {
    CommandLineRun run =
        CommandLineRun.of(
            (settings, listener) -> Samples.summary(), "replay", "--out", "", log.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.errLines()).containsExactly("banwatch replay: --out is empty; name a directory");
  }

  @Test
  void anEmptyLogIsNamed() {
    CommandLineRun run =
        CommandLineRun.of(
            (settings, listener) -> Samples.summary(), "replay", "--out", out.toString(), "");
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.errLines())
        .containsExactly(
            "banwatch replay: a LOG is empty; give a file, a directory or - for standard input");
  }

  @Test
  void everythingThatIsWrongIsNamedBeforeAnythingStarts() throws IOException {
    Path policy = Files.writeString(directory.resolve("policy.yaml"), "schemaVersion: 2\n");
    Path geo = Files.writeString(directory.resolve("geo.mmdb"), "no database");
    CommandLineRun run =
        CommandLineRun.withoutReplay(
            "replay",
            "--out",
            out.toString(),
            "--policy",
            policy.toString(),
            "--geo",
            geo.toString(),
            "--readers",
            "0",
            directory.resolve("none.jsonl").toString(),
            "-",
            "-");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(5);
    assertThat(run.err())
        .contains("- stands for standard input", "none.jsonl does not exist")
        .contains(policy + ":1:", geo.toString(), "--readers is 0");
    assertThat(out).doesNotExist();
  }

  @Test
  void anUnknownFormatNamesTheNearest() {
    CommandLineRun run =
        CommandLineRun.withoutReplay(
            "replay", "--out", out.toString(), "--format", "litelm", log.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'litelm'; did you mean 'litellm'?");
  }

  @Test
  void aLogThatTurnsOutNotToBeReadableIsWrongUsage() {
    Replay replay =
        (settings, listener) -> {
          throw new UsageLogException("log x is a socket");
        };
    CommandLineRun run =
        CommandLineRun.of(replay, "replay", "--out", out.toString(), log.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errLines()).containsExactly("banwatch replay: log x is a socket");
  }

  @Test
  void anEmptyDirectoryIsNoLog() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    CommandLineRun run =
        CommandLineRun.withoutReplay("replay", "--out", out.toString(), empty.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("log directory " + empty + " is empty");
  }

  @Test
  void resultsMayNotLieInTheLog() {
    CommandLineRun run =
        CommandLineRun.withoutReplay("replay", "--out", out.toString(), directory.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("lies in the log " + directory);
  }

  @Test
  void aFileCannotBeTheResultsDirectory() {
    CommandLineRun run =
        CommandLineRun.withoutReplay("replay", "--out", log.toString(), log.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--out " + log + " is a file; name a directory");
  }

  @Test
  void withoutALogItSaysSo() {
    CommandLineRun run = CommandLineRun.withoutReplay("replay", "--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("Missing required parameter: 'LOG'");
  }

  @Test
  void aJobThatFailsSaysWhatAndWhereInOneLine() {
    Replay replay =
        (settings, listener) -> {
          throw new IllegalStateException(
              "job", new IOException("disk\u001b[2J\n" + "x".repeat(1000)));
        };
    CommandLineRun run =
        CommandLineRun.of(replay, "replay", "--out", out.toString(), log.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err())
        .startsWith("banwatch replay: failed: IOException: disk\\u001b[2J\\u000axxx")
        .contains("What was found until then stands in " + out)
        .hasSizeLessThan(700);
  }
}
