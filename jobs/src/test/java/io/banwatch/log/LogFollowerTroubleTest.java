package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be wrong with a file for a while. */
class LogFollowerTroubleTest {
  @TempDir private Path directory;

  @Test
  void aNewFileThatMayNotBeReadIsToldOnceAndReadWhenItMay() throws IOException {
    AtomicBoolean denied = new AtomicBoolean(true);
    LogFollowerTest.append(directory.resolve("access.log"), LogFollowerTest.event(1));
    try (Follow follow = following(denied)) {
      assertThat(follow.poll()).isEmpty();
      assertThat(follow.poll()).isEmpty();
      assertThat(follow.notices.newest())
          .extracting(LogNotice::words)
          .containsExactly("cannot be read: this user may not read the file");
      denied.set(false);
      assertThat(follow.poll(Follow.PACE.retryMillis())).containsExactly("e1");
    }
  }

  @Test
  void aFileThatMayNotBeReadAfterARestartIsReadOnWhenItMay() throws IOException {
    AtomicBoolean denied = new AtomicBoolean(false);
    Path log = directory.resolve("access.log");
    LogSplit snapshot;
    LogFollowerTest.append(log, LogFollowerTest.event(1));
    try (Follow follow = following(denied)) {
      assertThat(follow.poll()).containsExactly("e1");
      snapshot = follow.snapshot();
    }
    LogFollowerTest.append(log, LogFollowerTest.event(2));
    denied.set(true);
    try (Follow follow = following(denied, snapshot)) {
      assertThat(follow.poll()).isEmpty();
      assertThat(follow.poll()).isEmpty();
      assertThat(follow.notices.newest())
          .extracting(LogNotice::words)
          .containsExactly("cannot be read, and is tried again: this user may not read the file");
      denied.set(false);
      assertThat(follow.poll(Follow.PACE.retryMillis())).containsExactly("e2");
    }
  }

  @Test
  void aCompressedFileIsReadOnceItIsWhole() throws IOException {
    byte[] whole = LogReaderTest.gzip(LogFollowerTest.event(1) + LogFollowerTest.event(2));
    Path log = directory.resolve("access.log.1.gz");
    Files.write(log, Arrays.copyOf(whole, whole.length / 2));
    try (Follow follow = new Follow(directory)) {
      assertThat(follow.poll()).isEmpty();
      assertThat(follow.poll()).isEmpty();
      Files.write(log, whole);
      assertThat(follow.await(2)).containsExactly("e1", "e2");
      assertThat(follow.poll(100_000)).isEmpty();
    }
  }

  /** At each of its openings, whatever that is for. */
  @ParameterizedTest
  @Timeout(60)
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aCompressedFileThatIsRenamedJustBeforeItIsOpenedIsReadUnderItsNewName(int opening)
      throws IOException {
    Path first = directory.resolve("access.log.1.gz");
    Path second = directory.resolve("access.log.2.gz");
    Files.write(first, LogReaderTest.gzip(LogFollowerTest.event(1) + LogFollowerTest.event(2)));
    byte[] next = LogReaderTest.gzip(LogFollowerTest.event(3) + LogFollowerTest.event(4));
    AtomicInteger openings = new AtomicInteger();
    LogBytes.Opening renaming =
        path -> {
          if (path.equals(first) && openings.incrementAndGet() == opening) {
            Files.move(first, second);
            if (opening % 2 == 0) {
              Files.write(first, next);
            }
          }
          return FileChannel.open(path, StandardOpenOption.READ);
        };
    try (Follow follow =
        new Follow(ReadLog.SMALL_BLOCKS, LogSplit.following(), renaming, directory)) {
      follow.await(2);
      while (openings.get() < opening) {
        // It is looked at anew, also where this machine was too slow to find it young.
        Files.setLastModifiedTime(first, FileTime.from(Instant.now()));
        follow.poll();
      }
      if (opening % 2 == 1) {
        Files.write(first, next);
      }
      assertThat(follow.await(4)).containsExactly("e1", "e2", "e3", "e4");
      assertThat(follow.poll(100_000)).isEmpty();
      assertThat(follow.notices.newest()).isEmpty();
    }
  }

  @Test
  void aDirectoryThatTakesTheNameOfAFileIsTold() throws IOException {
    Path log = directory.resolve("access.log");
    LogFollowerTest.append(log, LogFollowerTest.event(1));
    try (Follow named = new Follow(log);
        Follow all = new Follow(directory)) {
      for (Follow follow : List.of(named, all)) {
        assertThat(follow.poll()).containsExactly("e1");
      }
      Files.move(log, directory.resolve("access.log.1"));
      Files.createDirectory(log);
      for (Follow follow : List.of(named, all)) {
        assertThat(follow.poll()).isEmpty();
        assertThat(follow.poll()).isEmpty();
      }
      Files.delete(log);
      LogFollowerTest.append(log, LogFollowerTest.event(2));
      for (Follow follow : List.of(named, all)) {
        assertThat(follow.poll(10_000)).containsExactly("e2");
      }
      assertThat(named.notices.newest())
          .extracting(LogNotice::source, LogNotice::words)
          .containsExactly(
              tuple(
                  log.toString(),
                  "is a directory, where a file is expected; it is read once a file stands"
                      + " there"));
    }
  }

  @Test
  void whatManyFilesCostGrowsWithTheirNumberAndNotItsSquare() throws IOException {
    int files = 3_000;
    for (int file = 0; file < files; file++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append(LogFollowerTest.event(40 * file + i));
      }
      Files.writeString(directory.resolve(file + ".jsonl"), text);
    }
    try (Follow follow = new Follow(directory)) {
      assertThat(follow.await(40 * files)).hasSize(40 * files);
      assertThat(follow.compared()).isBetween(1L, 20L * files);
    }
  }

  private Follow following(AtomicBoolean denied) {
    return following(denied, LogSplit.following());
  }

  private Follow following(AtomicBoolean denied, LogSplit restored) {
    return new Follow(
        ReadLog.SMALL_BLOCKS,
        restored,
        path -> {
          if (denied.get()) {
            throw new AccessDeniedException(path.toString());
          }
          return FileChannel.open(path, StandardOpenOption.READ);
        },
        directory);
  }
}
