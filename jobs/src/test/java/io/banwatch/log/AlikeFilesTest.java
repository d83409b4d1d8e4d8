package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that sends the same nonsense for ever fills segments whose heads are the same. */
class AlikeFilesTest {
  /** More than what is compared of a head. */
  private static final int NONSENSE = 10_000;

  @TempDir private Path directory;

  @Test
  void ownSegmentsThatBeginAlikeAreNoCopies() throws IOException {
    String rejections = "nonsense\n".repeat(NONSENSE);
    Path first = directory.resolve("usage-20261121T160000.000Z-000001.jsonl");
    Path second = directory.resolve("usage-20261121T170000.000Z-000002.jsonl");
    Path third = directory.resolve("usage-20261121T180000.000Z-000003.jsonl");
    try (Follow follow = new Follow(directory)) {
      LogFollowerTest.append(first, rejections + LogFollowerTest.event(1));
      assertThat(follow.await(NONSENSE + 1)).hasSize(NONSENSE + 1).endsWith("e1");
      LogFollowerTest.append(second, rejections + LogFollowerTest.event(2));
      assertThat(follow.await(2 * NONSENSE + 2)).hasSize(2 * NONSENSE + 2).endsWith("e2");
      LogFollowerTest.gzip(first);
      // The file system may give the third the identity that the first had.
      LogFollowerTest.append(third, rejections + LogFollowerTest.event(3));
      assertThat(follow.await(3 * NONSENSE + 3)).hasSize(3 * NONSENSE + 3).endsWith("e3");
      LogFollowerTest.gzip(second);
      LogFollowerTest.append(third, LogFollowerTest.event(4));
      assertThat(follow.await(3 * NONSENSE + 4)).hasSize(3 * NONSENSE + 4).endsWith("e4");
      assertThat(follow.poll()).isEmpty();
      assertThat(follow.progress.behindBytes()).isZero();
      assertThat(follow.notices.newest()).isEmpty();
    }
  }

  @Test
  void filesOfOtherNamesThatBeginAlikeAreCopies() throws IOException {
    String rejections = "nonsense\n".repeat(NONSENSE);
    try (Follow follow = new Follow(directory)) {
      LogFollowerTest.append(directory.resolve("a.jsonl"), rejections);
      assertThat(follow.await(NONSENSE)).hasSize(NONSENSE);
      LogFollowerTest.append(directory.resolve("b.jsonl"), rejections);
      assertThat(follow.poll()).isEmpty();
      assertThat(follow.poll(100_000)).isEmpty();
    }
  }
}
