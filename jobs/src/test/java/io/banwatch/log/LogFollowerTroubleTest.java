package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
