package io.banwatch.log;

import static io.banwatch.log.LogFollowerTest.append;
import static io.banwatch.log.LogFollowerTest.event;
import static io.banwatch.log.LogFollowerTest.gzip;
import static io.banwatch.log.LogFollowerTest.rotate;
import static io.banwatch.log.LogFollowerTest.truncate;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerRotationTest {
  @TempDir private Path directory;

  @Test
  void aRenamedFileIsReadOnAndItsSuccessorAfterIt() throws IOException {
    Path log = directory.resolve("access.log");
    try (Follow follow = new Follow(log)) {
      append(log, event(1));
      assertThat(follow.poll()).containsExactly("e1");
      append(log, event(2));
      Files.move(log, directory.resolve("access.log.1"));
      append(directory.resolve("access.log.1"), event(3));
      append(log, event(4));
      assertThat(follow.poll()).containsExactly("e2", "e3", "e4");
    }
  }

  @Test
  void severalRotationsBetweenTwoLooksAreReadInOrder() throws IOException {
    Path log = directory.resolve("access.log");
    try (Follow follow = new Follow(log)) {
      append(log, event(1));
      assertThat(follow.poll()).containsExactly("e1");
      append(log, event(2));
      rotate(log, 3);
      append(log, event(3));
      rotate(log, 3);
      append(log, event(4));
      rotate(log, 3);
      append(log, event(5));
      assertThat(follow.poll()).containsExactly("e2", "e3", "e4", "e5");
    }
  }

  @Test
  void aFileThatIsCompressedAfterRotationIsNotReadAgain() throws IOException {
    Path log = directory.resolve("access.log");
    try (Follow follow = new Follow(directory)) {
      append(log, event(1) + event(2));
      assertThat(follow.poll()).containsExactly("e1", "e2");
      rotate(log, 3);
      append(log, event(3));
      gzip(directory.resolve("access.log.1"));
      assertThat(follow.poll()).containsExactly("e3");
      assertThat(follow.poll(100_000)).isEmpty();
      assertThat(follow.poll(100_000)).isEmpty();
    }
  }

  @Test
  void copyTruncateLosesAndRepeatsNothing() throws IOException {
    Path log = directory.resolve("access.log");
    try (Follow follow = new Follow(directory)) {
      append(log, event(1) + event(2));
      assertThat(follow.poll()).containsExactly("e1", "e2");
      append(log, event(3));
      Files.copy(log, directory.resolve("access.log.1"));
      truncate(log);
      append(log, event(4) + event(5) + event(6) + event(7));
      assertThat(follow.poll()).containsExactly("e3", "e4", "e5", "e6", "e7");
      assertThat(follow.poll(100_000)).isEmpty();
    }
  }

  @Test
  void aFileThatIsCutWhileItIsReadIsReadOnInItsCompressedCopy() throws IOException {
    Path log = directory.resolve("access.log");
    List<String> expected = new ArrayList<>();
    try (Follow follow = new Follow(directory)) {
      for (int i = 0; i < 60; i++) {
        append(log, event(i));
        expected.add("e" + i);
      }
      follow.take(1);
      Files.copy(log, directory.resolve("access.log.1"));
      truncate(log);
      append(log, event(60));
      expected.add("e60");
      gzip(directory.resolve("access.log.1"));
      assertThat(follow.await(61)).isEqualTo(expected);
    }
  }

  @Test
  void aCopyIsNotReadAgainWhileItsOriginalHasTooFewNewBytesToTell() throws IOException {
    Path log = directory.resolve("access.log");
    try (Follow follow = new Follow(directory)) {
      append(log, event(1) + event(2));
      assertThat(follow.poll()).containsExactly("e1", "e2");
      Files.copy(log, directory.resolve("access.log.1"));
      truncate(log);
      String third = event(3);
      append(log, third.substring(0, 7));
      assertThat(follow.poll()).isEmpty();
      append(log, third.substring(7));
      assertThat(follow.poll()).containsExactly("e3");
      assertThat(follow.poll(100_000)).isEmpty();
    }
  }

  @Test
  void aCopyThatStandsBesideItsOriginalIsNotRead() throws IOException {
    Path log = directory.resolve("access.log");
    try (Follow follow = new Follow(directory)) {
      append(log, event(1) + event(2));
      Files.copy(log, directory.resolve("access.log.1"));
      assertThat(follow.poll()).containsExactly("e1", "e2");
      append(log, event(3));
      assertThat(follow.poll(100_000)).containsExactly("e3");
      truncate(log);
      assertThat(follow.poll(100_000)).isEmpty();
    }
  }

  @Test
  void aRestartGoesOnAfterTheLastRecordWhateverWasRotatedMeanwhile() throws IOException {
    Path log = directory.resolve("access.log");
    LogSplit snapshot;
    try (Follow follow = new Follow(log)) {
      append(log, event(1) + event(2) + event(3));
      follow.take(2);
      assertThat(follow.names()).containsExactly("e1", "e2");
      snapshot = follow.snapshot();
    }
    rotate(log, 3);
    append(log, event(4));
    rotate(log, 3);
    append(log, event(5));
    gzip(directory.resolve("access.log.2"));
    try (Follow follow = Follow.restored(snapshot, log)) {
      assertThat(follow.await(3)).containsExactly("e3", "e4", "e5");
      snapshot = follow.snapshot();
    }
    try (Follow follow = Follow.restored(snapshot, log)) {
      assertThat(follow.poll(100_000)).isEmpty();
      append(log, event(6));
      assertThat(follow.poll()).containsExactly("e6");
    }
  }

  @Test
  void whatWasRotatedBeforeIsLeftOutWhenAFileIsNamed() throws IOException {
    Path log = directory.resolve("access.log");
    append(directory.resolve("access.log.1"), event(1));
    append(log, event(2));
    LogSplit snapshot;
    try (Follow follow = new Follow(log)) {
      assertThat(follow.poll()).containsExactly("e2");
      snapshot = follow.snapshot();
    }
    rotate(log, 3);
    try (Follow follow = Follow.restored(snapshot, log)) {
      assertThat(follow.poll()).isEmpty();
    }
    try (Follow follow = new Follow(directory)) {
      assertThat(follow.poll()).containsExactly("e1", "e2");
    }
  }

  @Test
  void aTornValueOfARotatedFileIsRejectedOnceItStaysSo() throws IOException {
    Path log = directory.resolve("access.log");
    try (Follow follow = new Follow(log)) {
      append(log, event(1) + "{\"t\":2");
      assertThat(follow.poll()).containsExactly("e1");
      rotate(log, 3);
      append(log, event(3));
      assertThat(follow.poll()).isEmpty();
      assertThat(follow.poll(2_000)).containsExactly("truncated", "e3");
    }
  }
}
