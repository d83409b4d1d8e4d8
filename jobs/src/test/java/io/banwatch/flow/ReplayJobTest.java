package io.banwatch.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.simulate.DemoWeek;
import io.banwatch.simulate.record.RecordFormat;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayJobTest {
  private static final int RECORDS = 60_000;

  /**
   * The gateway's own refusals to keys that no vendor has answered yet: nothing is kept of them.
   */
  private static final int REFUSED_BEFORE_ANY_ANSWER = 8;

  @TempDir private Path directory;

  @Test
  void oneLogGivesTheSameAlertLinesOnEveryRunAndWithAnyNumberOfReaders() throws Exception {
    Path log = demo("week.jsonl", RECORDS, RecordFormat.slim());
    replay("one", 1, log);
    replay("two", 2, log);
    replay("again", 2, log);
    replay("three", 3, log);

    assertThat(alerts("one"))
        .isNotEmpty()
        .isEqualTo(alerts("two"))
        .isEqualTo(alerts("again"))
        .isEqualTo(alerts("three"));
  }

  @Test
  void aLogDeliveredTwiceCountsOnceAndTellsTheSame() throws Exception {
    Path log = demo("week.jsonl", RECORDS, RecordFormat.slim());
    Path copy = Files.copy(log, directory.resolve("copy.jsonl"));
    ReplaySummary once = replay("once", 2, log);
    ReplaySummary twice = replay("twice", 2, log, copy);

    assertThat(alerts("twice")).isEqualTo(alerts("once"));
    assertThat(twice.lines()).isEqualTo(2 * once.lines());
    assertThat(twice.skippedBy())
        .containsEntry(Skip.REPEAT, once.accepted() - REFUSED_BEFORE_ANY_ANSWER);
  }

  @Test
  void noPromptComesOutAnywhere() throws Exception {
    Path log = demo("full.jsonl", 2_000, RecordFormat.full());
    assertThat(Files.readString(log)).contains("prompt-canary");
    replay("out", 2, log);
    try (Stream<Path> files = Files.list(directory.resolve("out"))) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).doesNotContain("canary");
      }
    }
  }

  @Test
  void whatIsNotUnderstoodIsCountedWithItsPlaceAndTheRestIsRead() throws Exception {
    Path good = demo("good.jsonl", 10, RecordFormat.slim());
    Path log = directory.resolve("mixed.jsonl");
    String applicationLog =
        "{\"message\":\"started\",\"level\":\"INFO\",\"timestamp\":\"2026-11-02T00:00:00\"}";
    String text =
        String.join(
            "\n",
            "not json",
            applicationLog,
            "[1]",
            Files.readString(good, UTF_8).strip(),
            "{\"a\":");
    Files.writeString(log, text, UTF_8);

    ReplaySummary summary = replay("out", 2, log);

    assertThat(summary.accepted()).isEqualTo(10);
    assertThat(summary.rejectedBy())
        .containsEntry(Reason.NOT_JSON, 1L)
        .containsEntry(Reason.APPLICATION_LOG, 1L)
        .containsEntry(Reason.NOT_AN_OBJECT, 1L)
        .containsEntry(Reason.TRUNCATED, 1L)
        .hasSize(4);
    assertThat(summary.lines()).isEqualTo(14);
    assertThat(summary.hints())
        .anyMatch(hint -> hint.contains("callbacks") && hint.contains("\"Replay your own log\""));
    assertThat(Path.of("..", "README.md")).content().contains("## Replay your own log");
    List<String> rejected = Files.readAllLines(directory.resolve("out/rejected.jsonl"));
    assertThat(rejected).hasSize(4);
    assertThat(rejected.get(0)).contains("\"offset\":0").contains("\"reason\":\"not-json\"");
  }

  private Path demo(String name, int records, RecordFormat format) throws IOException {
    Path log = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(log)) {
      DemoWeek.simulation().writeFirst(records, format, out, written -> {});
    }
    return log;
  }

  private ReplaySummary replay(String out, int readers, Path... logs) throws Exception {
    Path directoryOut = Files.createDirectories(directory.resolve(out));
    List<String> names = Stream.of(logs).map(Path::toString).toList();
    return ReplayJob.run(
        new ReplaySettings(names, directoryOut, "schemaVersion: 1", null, null, readers),
        new Deaf());
  }

  private String alerts(String out) throws IOException {
    return Files.readString(directory.resolve(out).resolve("alerts.jsonl"));
  }

  private static final class Deaf implements ReplayListener {
    @Override
    public void alert(Alert line) {}

    @Override
    public void progress(long bytesRead, long bytesTotal, long records) {}
  }
}
