package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowerTest {
  @TempDir private Path directory;

  @Test
  void aGrowingFileIsReadAsItGrows() throws IOException {
    Path log = directory.resolve("access.log");
    try (Follow follow = new Follow(directory)) {
      assertThat(follow.poll()).isEmpty();
      append(log, event(1) + event(2));
      assertThat(follow.poll()).containsExactly("e1", "e2");
      assertThat(follow.poll()).isEmpty();
      append(log, event(3));
      assertThat(follow.poll()).containsExactly("e3");
    }
  }

  @Test
  void aHalfWrittenValueWaits() throws IOException {
    Path log = directory.resolve("access.log");
    try (Follow follow = new Follow(directory)) {
      append(log, event(1) + "{\"t\":2,");
      assertThat(follow.poll()).containsExactly("e1");
      assertThat(follow.poll(100_000)).isEmpty();
      append(log, "\"id\":\"e");
      assertThat(follow.poll()).isEmpty();
      append(log, "2\"}");
      assertThat(follow.poll()).containsExactly("e2");
      append(log, "\n[{\"t\":3,\"id\":\"e3\"},{\"t\":4");
      assertThat(follow.poll()).containsExactly("e3");
      append(log, ",\"id\":\"e4\"}]\nnonsense");
      assertThat(follow.poll()).containsExactly("e4");
      append(log, "\n");
      assertThat(follow.poll()).containsExactly("not-json");
    }
  }

  @Test
  void filesThatAppearLaterAreRead() throws IOException {
    try (Follow follow = new Follow(directory)) {
      append(directory.resolve("a.jsonl"), event(1));
      assertThat(follow.poll()).containsExactly("e1");
      append(directory.resolve("b.jsonl"), event(2));
      append(directory.resolve("sub/c.jsonl"), event(3));
      assertThat(follow.poll()).containsExactly("e2", "e3");
    }
  }

  @Test
  void aDeletedFileIsReadToItsEnd() throws IOException {
    Path log = directory.resolve("access.log");
    try (Follow follow = new Follow(log)) {
      append(log, event(1));
      assertThat(follow.poll()).containsExactly("e1");
      append(log, event(2));
      Files.delete(log);
      assertThat(follow.poll()).containsExactly("e2");
      append(log, event(3));
      assertThat(follow.poll()).containsExactly("e3");
      assertThat(follow.poll(10_000_000)).isEmpty();
      follow.poll(10_000_000);
      follow.poll();
      assertThat(follow.snapshot().followed()).hasSize(1);
    }
  }

  @Test
  void aTornValueThatItsWriterTakesBackIsForgotten() throws IOException {
    Path log = directory.resolve("usage-20261121T100000Z-000001.jsonl");
    try (Follow follow = new Follow(directory)) {
      append(log, event(1) + "{\"t\":2,\"id\":\"torn");
      assertThat(follow.poll()).containsExactly("e1");
      try (java.nio.channels.FileChannel channel =
          java.nio.channels.FileChannel.open(log, StandardOpenOption.WRITE)) {
        channel.truncate(event(1).length());
      }
      append(log, event(2) + event(3));
      assertThat(follow.poll()).containsExactly("e2", "e3");
    }
  }

  @Test
  void segmentsAreReadOneAfterTheOther() throws IOException {
    List<String> expected = new ArrayList<>();
    try (Follow follow = new Follow(directory)) {
      for (int i = 1; i < 20; i++) {
        append(directory.resolve("usage-20261121T1000%02dZ-%06d.jsonl".formatted(i, i)), event(i));
        if (i > 2) {
          gzip(directory.resolve("usage-20261121T1000%02dZ-%06d.jsonl".formatted(i - 2, i - 2)));
        }
        expected.add("e" + i);
        if (i % 3 == 0) {
          follow.poll();
        }
      }
      assertThat(follow.await(19)).isEqualTo(expected);
    }
  }

  static String event(int number) {
    return LogReaderTest.event(number, "e" + number);
  }

  static void append(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  static void truncate(Path file) throws IOException {
    Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
        .close();
  }

  /** What logrotate does: each number one higher, and the file itself becomes number 1. */
  static void rotate(Path log, int most) throws IOException {
    for (int i = most; i >= 1; i--) {
      for (String end : List.of("", ".gz")) {
        Path from = log.resolveSibling(log.getFileName() + "." + i + end);
        if (Files.exists(from)) {
          Files.move(from, log.resolveSibling(log.getFileName() + "." + (i + 1) + end));
        }
      }
    }
    Files.move(log, log.resolveSibling(log.getFileName() + ".1"));
  }

  static void gzip(Path file) throws IOException {
    Files.write(
        file.resolveSibling(file.getFileName() + ".gz"),
        LogReaderTest.gzip(Files.readString(file)));
    Files.delete(file);
  }
}
