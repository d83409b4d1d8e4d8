package io.banwatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.simulate.DemoWeek;
import io.banwatch.simulate.record.RecordFormat;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that learns from the log that it follows, and ends while it learns. */
class LearnedAndFollowedTest {
  private static final int RECORDS = 60_000;
  private static final int FIRST = 1_000;

  @TempDir private Path directory;

  @Test
  void endedWhileItLearnsItGoesOnThereAndJudgesEachRecordOnce() throws Exception {
    Path log = Files.createDirectories(directory.resolve("log"));
    try (OutputStream out = Files.newOutputStream(log.resolve("usage.jsonl"))) {
      DemoWeek.simulation().writeFirst(RECORDS, RecordFormat.slim(), out, written -> {});
    }
    List<String> messages = new ArrayList<>();
    List<String> history = List.of(log.toString());
    Path out = directory.resolve("out");
    SmallService first = SmallService.start(log, history, out, messages);
    first.awaitAccepted(FIRST);
    first.close();
    long learned = first.service().counts().accepted();
    assertThat(learned).isBetween((long) FIRST, RECORDS - 1L);

    try (SmallService second = SmallService.start(log, history, out, messages)) {
      second.awaitAccepted(RECORDS - learned);
      second.awaitCheckpoint();
      assertThat(learned + second.service().counts().accepted()).isEqualTo(RECORDS);
      assertThat(second.service().counts().skipped()).isEmpty();
      assertThat(second.service().progress().behindBytes()).isZero();
    }
    assertThat(messages).singleElement().asString().startsWith("detect: going on from savepoint-");
    assertThat(out.resolve("alerts.jsonl")).isEmptyFile();
  }
}
