package io.banwatch.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.policy.UsageLogLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class UsageLogTest {
  private static final UsageLogLimits LIMITS = new UsageLogLimits(1, 60, 30, 1);
  private static final byte[] LINE = "{\"banwatch\":1}\n".getBytes(UTF_8);
  private static final byte[] MEGABYTE = ("x".repeat((1 << 20) - 1) + "\n").getBytes(UTF_8);

  @TempDir private Path directory;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
  private final List<String> messages = new ArrayList<>();
  private final FaultyDisk disk = new FaultyDisk();

  private UsageLog open() throws IOException {
    return UsageLog.open(directory, LIMITS, clock, messages::add, disk);
  }

  @Test
  void whatIsAppendedStandsInTheOpenSegment() throws IOException {
    try (UsageLog log = open()) {
      log.append(LINE);
      log.append(LINE);
      assertThat(names()).containsExactly("usage-20261121T100000.000Z-000001.jsonl");
      assertThat(allLines()).hasSize(2);
    }
  }

  @Test
  void aRestartGoesOnInTheSameSegmentAfterCuttingOnlyATornLine() throws IOException {
    try (UsageLog log = open()) {
      log.append(LINE);
    }
    Files.writeString(files().get(0), "{\"banwatch\":1,\"ke", StandardOpenOption.APPEND);
    clock.advance(Duration.ofMinutes(1));
    try (UsageLog log = open()) {
      log.append(LINE);
    }
    assertThat(names()).hasSize(1);
    assertThat(allLines()).containsExactly("{\"banwatch\":1}", "{\"banwatch\":1}");
  }

  @Test
  void aFullSegmentIsCompressedAndFollowedByTheNext() throws IOException {
    try (UsageLog log = open()) {
      log.append(MEGABYTE);
      await(() -> names().size() == 2 && names().get(0).endsWith(".gz"));
      log.append(LINE);
    }
    assertThat(names())
        .containsExactly(
            "usage-20261121T100000.000Z-000001.jsonl.gz",
            "usage-20261121T100000.000Z-000002.jsonl");
    assertThat(allLines()).hasSize(2);
  }

  @Test
  void anOldSegmentIsClosedThoughNothingComes() throws IOException {
    try (UsageLog log = open()) {
      log.append(LINE);
      clock.advance(Duration.ofHours(1));
      await(() -> names().size() == 2);
      clock.advance(Duration.ofHours(10));
    }
    assertThat(names().get(1)).isEqualTo("usage-20261121T110000.000Z-000002.jsonl");
  }

  @Test
  void aClockSetBackKeepsTheOrderOfSegments() throws IOException {
    try (UsageLog log = open()) {
      log.append(MEGABYTE);
      clock.advance(Duration.ofDays(-3));
      log.append(MEGABYTE);
      await(() -> names().size() == 3);
    }
    assertThat(names()).isSorted();
    assertThat(names().get(2)).startsWith("usage-20261121T100000.000Z-000003");
  }

  @Test
  void segmentsPastTheirTimeAreRemovedAndNoOther() throws IOException {
    write("usage-20261001T000000.000Z-000001.jsonl");
    write("usage-20261022T095959.000Z-000002.jsonl");
    write("usage-20261023T000000.000Z-000003.jsonl");
    Files.writeString(directory.resolve("usage-notes.jsonl"), "mine\n");
    Path unfinished = directory.resolve(".usage-20261001T000000.000Z-000001.jsonl.gz.tmp");
    Files.writeString(unfinished, "left by a crash");
    try (UsageLog log = open()) {
      await(() -> names().get(0).endsWith("000002.jsonl.gz"));
      log.append(LINE);
    }
    assertThat(names())
        .noneMatch(name -> name.contains("-000001."))
        .contains("usage-20261022T095959.000Z-000002.jsonl.gz", "usage-notes.jsonl")
        .anyMatch(name -> name.contains("-000003."));
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void aCompressedSegmentThatIsWholeWinsOverItsPlainTwin() throws IOException {
    Path plain = write("usage-20261120T000000.000Z-000001.jsonl");
    compress(plain, Files.readAllBytes(plain));
    write("usage-20261121T000000.000Z-000002.jsonl");
    Path unfinished = directory.resolve(".usage-20261120T000000.000Z-000001.jsonl.gz.tmp");
    Files.writeString(unfinished, "left by a crash");
    try (UsageLog log = open()) {
      await(() -> names().size() == 2);
      log.append(LINE);
    }
    assertThat(names().get(0)).isEqualTo("usage-20261120T000000.000Z-000001.jsonl.gz");
    assertThat(allLines()).hasSize(3);
  }

  @Test
  void aCompressedSegmentThatIsNotWholeIsMadeAnew() throws IOException {
    Path plain = write("usage-20261120T000000.000Z-000001.jsonl");
    compress(plain, "half".getBytes(UTF_8));
    write("usage-20261121T000000.000Z-000002.jsonl");
    try (UsageLog log = open()) {
      await(() -> names().size() == 2);
      log.append(LINE);
    }
    assertThat(allLines()).hasSize(3).doesNotContain("half");
  }

  @Test
  void aFullDiskLeavesWholeLinesAndIsWrittenAgainWhenThereIsRoom() throws IOException {
    byte[] three = "first\nsecond\nthird\n".getBytes(UTF_8);
    try (UsageLog log = open()) {
      log.append(LINE);
      disk.room.set(15);
      assertThatThrownBy(() -> log.append(three)).hasMessage("No space left on device");
      assertThat(log.fault()).isEqualTo("No space left on device");
      assertThat(allLines()).containsExactly("{\"banwatch\":1}", "first", "second");
      disk.room.set(Long.MAX_VALUE);
      log.append(LINE);
      assertThat(log.fault()).isNull();
    }
    assertThat(allLines()).hasSize(4).doesNotContain("th");
  }

  @Test
  void aDiskThatCannotEvenCutIsMendedBeforeAnythingFollows() throws IOException {
    try (UsageLog log = open()) {
      log.append(LINE);
      disk.room.set(3);
      disk.truncates = false;
      assertThatThrownBy(() -> log.append(LINE)).isInstanceOf(IOException.class);
      disk.room.set(Long.MAX_VALUE);
      assertThatThrownBy(() -> log.append(LINE)).isInstanceOf(IOException.class);
      disk.truncates = true;
      log.append(LINE);
    }
    assertThat(allLines()).containsExactly("{\"banwatch\":1}", "{\"banwatch\":1}");
  }

  @Test
  void aFileThatWasNotMadeDurableIsNeverWrittenAgain() throws IOException {
    try (UsageLog log = open()) {
      disk.forces = false;
      assertThatThrownBy(() -> log.append(LINE)).hasMessage("Input/output error");
      disk.forces = true;
      log.append(LINE);
      assertThat(log.forceFailures()).isEqualTo(1);
      await(() -> names().size() == 2);
    }
    assertThat(names().get(1)).contains("-000002.");
  }

  @Test
  void aSegmentThatWasRemovedIsNotWrittenInVain() throws IOException {
    try (UsageLog log = open()) {
      log.append(LINE);
      Files.delete(files().get(0));
      log.append(LINE);
      assertThat(allLines()).hasSize(1);
    }
    assertThat(messages).anyMatch(message -> message.endsWith("was removed or replaced"));
  }

  @Test
  void aDirectoryThatIsGoneIsSaidAndUsedAgainWhenItIsBack() throws IOException {
    try (UsageLog log = open()) {
      log.append(LINE);
      Path aside = directory.resolveSibling("aside");
      Files.move(directory, aside);
      assertThatThrownBy(() -> log.append(LINE)).hasMessageContaining("is gone");
      Files.move(aside, directory);
      log.append(LINE);
    }
    assertThat(allLines()).hasSize(2);
  }

  @Test
  void aRotationThatFailsInAnyWayIsSaidAndTriedAgain() throws IOException {
    try (UsageLog log = open()) {
      log.append(LINE);
      disk.opening = UsageLogTest::breakReading;
      clock.advance(Duration.ofHours(1));
      await(() -> "Input/output error".equals(log.fault()));
      disk.opening = () -> {};
      log.append(LINE);
      assertThat(log.fault()).isNull();
    }
    assertThat(allLines()).hasSize(2);
  }

  private static void breakReading() {
    throw new UncheckedIOException("Input/output error", new IOException());
  }

  @Test
  @Timeout(60)
  void whenTheThreadThatWritesDiesNobodyWaitsForIt() throws IOException {
    UsageLog log = open();
    log.append(LINE);
    disk.opening = UsageLogTest::breakTheMachine;
    clock.advance(Duration.ofHours(1));
    await(() -> "the thread that writes has ended".equals(log.fault()));
    assertThatThrownBy(() -> log.append(LINE)).hasMessage("the usage log is closed");
    log.close();
    assertThat(allLines()).hasSize(1);
  }

  private static void breakTheMachine() {
    throw new OutOfMemoryError("of a test");
  }

  @Test
  void aSecondLogOfTheSameDirectoryIsRefused() throws IOException {
    try (UsageLog log = open()) {
      log.append(LINE);
      assertThatThrownBy(this::open)
          .isInstanceOf(LockedLogException.class)
          .hasMessageContaining("another process")
          .hasMessageContaining("writes to the usage log " + directory);
    }
    open().close();
  }

  @Test
  void afterItsEndNothingIsTaken() throws IOException {
    UsageLog log = open();
    log.close();
    assertThatThrownBy(() -> log.append(LINE)).hasMessage("the usage log is closed");
  }

  private Path write(String name) throws IOException {
    return Files.write(directory.resolve(name), LINE);
  }

  private static void compress(Path plain, byte[] bytes) throws IOException {
    Path compressed = plain.resolveSibling(plain.getFileName() + ".gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      out.write(bytes);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  private List<String> names() throws IOException {
    return files().stream().map(file -> file.getFileName().toString()).toList();
  }

  private List<String> allLines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files()) {
      lines.addAll(StoredLines.of(file));
    }
    return lines;
  }

  private static void await(Awaited.Condition condition) {
    Awaited.until(condition);
  }
}
