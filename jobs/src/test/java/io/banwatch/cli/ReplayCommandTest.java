package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import io.banwatch.flow.ReplaySettings;
import io.banwatch.policy.PolicyReader;
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
                PolicyReader.builtIn(),
                null,
                "litellm",
                2,
                false));
  }

  @Test
  void theFileOfReceiversIsLookedForBesideThePolicy() throws IOException {
    Path policy = directory.resolve("policy.yaml");
    Files.writeString(policy, "schemaVersion: 1\nreceiversFrom: receivers.yaml\n");
    Files.writeString(
        directory.resolve("receivers.yaml"),
        "schemaVersion: 1\nreceivers:\n  - {name: a, format: slack, url: \"http://127.0.0.1/\"}\n");
    Replay replay =
        (settings, listener) -> {
          assertThat(settings.policy().telling().receivers()).hasSize(1);
          return Samples.summary();
        };
    CommandLineRun run =
        CommandLineRun.of(
            replay,
            "replay",
            "--policy",
            policy.toString(),
            "--out",
            out.toString(),
            log.toString());
    assertThat(run.exitCode()).isZero();
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
}
