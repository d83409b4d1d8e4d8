package io.banwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  private static final long FROM = Samples.TUESDAY_TEN_PAST_TWO;

  @TempDir private Path out;

  @Test
  void theWeekIsToldDayByDayBesideItsStories() {
    Replay replay =
        (settings, listener) -> {
          assertThat(settings.logs()).containsExactly(out.resolve("week.jsonl").toString());
          assertThat(settings.logs()).allSatisfy(log -> assertThat(Path.of(log)).exists());
          Subject other = new Subject("anthropic", "org-1", "77aa", "web", null);
          long dayBefore = FROM - 86_400_000;
          listener.alert(Samples.alert("new-country", Severity.WARNING, other, dayBefore));
          listener.alert(firing(1, Severity.WARNING, FROM + 45_000));
          listener.alert(firing(2, Severity.WARNING, FROM + 60_000));
          listener.alert(firing(3, Severity.CRITICAL, FROM + 90_000));
          return Samples.summary();
        };
    CommandLineRun run = CommandLineRun.of(replay, "demo", "--out", out.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.errLines())
        .containsExactly("writing a week of traffic to " + out.resolve("week.jsonl") + "...");
    assertThat(run.outLines())
        .startsWith(
            "",
            "Monday 2 November 2026",
            "  14:10:00  WARNING   new-country  web",
            "            new-country was seen.",
            "",
            "Tuesday 3 November 2026",
            "            story: Tue 14:10 ci-bot: stolen-key happens",
            "  14:10:45  WARNING   token-burst  ci-bot",
            "            token-burst was seen.",
            "  14:11:30  CRITICAL  token-burst  ci-bot",
            "            token-burst was seen.",
            "",
            "What became of the stories",
            "stolen-key  ci-bot  caught after 45 s by token-burst",
            "1 warning that no story explains",
            "",
            "The replay")
        .contains(
            "Look next",
            out.resolve("alerts.jsonl") + ": every alert, with its evidence and next steps");
    assertThat(out.resolve("week.jsonl.labels.jsonl")).exists();
  }

  private static Alert firing(int sequence, Severity severity, long at) {
    return Samples.line(
        "burst",
        sequence,
        AlertStatus.FIRING,
        severity,
        "token-burst",
        Samples.CI_BOT,
        FROM + 45_000,
        at);
  }
}
