package io.banwatch.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.simulate.DemoWeek;
import io.banwatch.simulate.record.RecordFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints that have their size and not their content. */
class DamagedCheckpointTest {
  private static final int RECORDS = 2_000;

  @TempDir private Path directory;

  private final List<String> messages = new CopyOnWriteArrayList<>();

  /** Leaves checkpoints, and the savepoint of a clean end as the newest of all. */
  @BeforeEach
  void runOnce() throws Exception {
    Path log = Files.createDirectories(directory.resolve("log")).resolve("usage.jsonl");
    try (OutputStream out = Files.newOutputStream(log)) {
      DemoWeek.simulation().writeFirst(RECORDS, RecordFormat.slim(), out, written -> {});
    }
    try (SmallService running = start()) {
      running.awaitAccepted(RECORDS);
      running.awaitCheckpoint();
    }
    messages.clear();
  }

  @Test
  void aFlippedByteIsFoundAndAnOlderOneIsTaken() throws Exception {
    expectAnOlderOneAfter(
        bytes -> {
          bytes[bytes.length / 2] ^= 4;
          return bytes;
        },
        "is not as it was written");
  }

  @Test
  void bytesMissingInTheMiddleAreFoundAndAnOlderOneIsTaken() throws Exception {
    expectAnOlderOneAfter(
        bytes -> {
          byte[] shifted = new byte[bytes.length];
          int half = bytes.length / 2;
          System.arraycopy(bytes, 0, shifted, 0, half);
          System.arraycopy(bytes, half + 100, shifted, half, bytes.length - half - 100);
          return shifted;
        },
        "is not as it was written");
  }

  @Test
  void whatHasNoChecksumIsTriedAndLeftWhenItCannotBeRestored() throws Exception {
    for (Path sums : below(checkpoints(), ".crc32c")) {
      Files.delete(sums);
    }
    expectAnOlderOneAfter(bytes -> new byte[bytes.length], "its state cannot be read (");
  }

  @Test
  void whenNoneCanBeUsedTheStartIsRefusedWithWords() throws Exception {
    for (Path checkpoint : new KeptState(checkpoints()).newestFirst()) {
      damage(largestFileOf(checkpoint), bytes -> new byte[bytes.length]);
    }
    assertThatThrownBy(() -> start().close())
        .isInstanceOf(ServiceException.class)
        .hasMessage(
            "no checkpoint in "
                + checkpoints()
                + " can be used. Restore them from a backup, or start anew with another --out;"
                + " with --learn-from LOG the new one learns from the log first.");
    assertThat(messages).hasSizeGreaterThan(1);
    assertThat(messages.subList(0, messages.size() - 1))
        .allMatch(message -> message.endsWith("; an older one is tried"));
    assertThat(messages.get(messages.size() - 1)).endsWith(" is not as it was written");
  }

  private void expectAnOlderOneAfter(UnaryOperator<byte[]> damage, String why) throws Exception {
    KeptState kept = new KeptState(checkpoints());
    List<Path> newestFirst = kept.newestFirst();
    damage(largestFileOf(newestFirst.get(0)), damage);

    try (SmallService running = start()) {
      assertThat(running.service().status().running()).isTrue();
      assertThat(running.service().status().restarts()).isZero();
    }
    String damaged = "detect: checkpoint " + kept.name(newestFirst.get(0)) + " cannot be used: ";
    assertThat(messages)
        .anyMatch(
            message ->
                message.startsWith(damaged)
                    && message.contains(why)
                    && message.endsWith("; an older one is tried"))
        .endsWith("detect: going on from " + kept.name(newestFirst.get(1)));
  }

  private SmallService start() throws Exception {
    return SmallService.start(directory.resolve("log"), out(), messages);
  }

  private static void damage(Path file, UnaryOperator<byte[]> damage) throws IOException {
    byte[] before = Files.readAllBytes(file);
    byte[] after = damage.apply(before.clone());
    assertThat(after).hasSameSizeAs(before);
    assertThat(Arrays.equals(before, after)).isFalse();
    Files.write(file, after);
  }

  private static Path largestFileOf(Path checkpoint) throws IOException {
    try (Stream<Path> files = Files.list(checkpoint)) {
      return files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
    }
  }

  private static List<Path> below(Path directory, String end) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(end)).toList();
    }
  }

  private Path out() {
    return directory.resolve("out");
  }

  private Path checkpoints() {
    return out().resolve("checkpoints");
  }
}
