package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import io.banwatch.flow.ReplaySettings;
import io.banwatch.log.UsageLogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  @TempDir private Path directory;
  private Path log;
  private Path out;

  @BeforeEach
  void writeLog() throws IOException {
    log = Files.writeString(directory.resolve("usage.jsonl"), "{}\n");
    out = directory.resolve("out");
  }

  @Test
  void alertsAndSummaryGoToStandardOutput() throws IOException {
    Replay replay =
        (settings, listener) -> {
          long at = Samples.TUESDAY_TEN_PAST_TWO;
          listener.alert(Samples.alert("token-burst", Severity.WARNING, Samples.CI_BOT, at));
          listener.progress(2, 2, 1);
          listener.alert(
              Samples.line(
                  "id",
                  2,
                  AlertStatus.RESOLVED,
                  Severity.WARNING,
                  "token-burst",
                  Samples.CI_BOT,
                  at,
                  at + 60_000));
          return Samples.summary();
        };
    CommandLineRun run =
        CommandLineRun.of(replay, "replay", "--out", out.toString(), log.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.outLines())
        .startsWith(
            "2026-11-03 14:10:00  WARNING   token-burst          ci-bot  token-burst was seen.",
            "2026-11-03 14:11:00  resolved  token-burst          ci-bot  token-burst was seen.",
            "",
            "read      2,000 records, 5.1 MB in 2.5 s (800 records/s)");
    assertThat(run.errLines())
        .containsExactly(
            "wrote %s, %s, %s"
                .formatted(
                    out.resolve("alerts.jsonl"),
                    out.resolve("rejected.jsonl"),
                    out.resolve("summary.json")));
    assertThat(out.resolve("summary.json"))
        .hasContent(SummaryJson.of(Samples.summary()).toPrettyString());
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
  void theJobGetsWhatWasAskedFor() {
    List<ReplaySettings> seen = new ArrayList<>();
    CommandLineRun run =
        CommandLineRun.of(
            (settings, listener) -> {
              seen.add(settings);
              return Samples.summary();
            },
            "replay",
            "--out",
            out.toString(),
            "--format",
            "litellm",
            "--readers",
            "2",
            log.toString(),
            "-");
    assertThat(run.exitCode()).isZero();
    assertThat(seen)
        .containsExactly(
            new ReplaySettings(
                List.of(log.toString(), "-"),
                out,
                PolicyText.read(null).yaml(),
                null,
                "litellm",
                2));
  }

  @Test
  void theMetricLogIsWrittenWhenAskedFor() {
    CommandLineRun run =
        CommandLineRun.of(
            (settings, listener) -> {
              assertThat(settings.metricLog()).isTrue();
              return Samples.summary();
            },
            "replay",
            "--metric-log",
            "--out",
            out.toString(),
            log.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.errLines().get(0)).contains(out.resolve("metrics.jsonl").toString());
  }

  @Test
  void earlierResultsAreReplacedAndThatIsSaid() throws IOException {
    Files.createDirectories(out);
    for (String file : List.of("alerts.jsonl", "rejected.jsonl", "metrics.jsonl", "summary.json")) {
      Files.writeString(out.resolve(file), "old");
    }
    Replay replay =
        (settings, listener) -> {
          assertThat(settings.out()).isEmptyDirectory();
          return Samples.summary();
        };
    CommandLineRun run =
        CommandLineRun.of(replay, "replay", "--out", out.toString(), log.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.errLines().get(0))
        .isEqualTo("replacing the results of an earlier replay in " + out);
  }

  @Test
  void aFileThatIsNamedTwiceIsReadOnceAndThatIsSaid() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("a-link.jsonl"), log);
    CommandLineRun run =
        CommandLineRun.of(
            (settings, listener) -> Samples.summary(),
            "replay",
            "--out",
            out.toString(),
            log.toString(),
            log.toString(),
            link.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.errLines())
        .startsWith("not read: %s and 1 more (the same file as %s)".formatted(log, log));
  }

  @Test
  void whatADirectoryHoldsBesidesTheLogIsLeftOutAloud() throws IOException {
    Path logs = Files.createDirectory(directory.resolve("logs"));
    Files.writeString(logs.resolve("usage.jsonl"), "{}\n");
    Files.writeString(logs.resolve("empty.jsonl"), "");
    Files.writeString(logs.resolve(".hidden"), "{}\n");
    Files.writeString(logs.resolve(".other"), "{}\n");
    CommandLineRun run =
        CommandLineRun.of(
            (settings, listener) -> Samples.summary(),
            "replay",
            "--out",
            out.toString(),
            logs.toString());
    assertThat(run.errLines())
        .startsWith(
            "not read: " + logs + "/.hidden and 1 more (hidden)",
            "not read: " + logs + "/empty.jsonl (empty)");
  }

  @Test
  void aNameThatSaysGzipAndAFileThatIsNoneAreNamed() throws IOException {
    Path text = Files.writeString(directory.resolve("usage.jsonl.gz"), "{}\n");
    CommandLineRun run =
        CommandLineRun.of(
            (settings, listener) -> Samples.summary(),
            "replay",
            "--out",
            out.toString(),
            text.toString());
    assertThat(run.errLines().get(0))
        .isEqualTo(
            text
                + ": not gzipped, whatever the name says; read as text. A damaged copy looks like"
                + " this too.");
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
