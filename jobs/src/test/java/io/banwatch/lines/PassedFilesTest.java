package io.banwatch.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassedFilesTest {
  @TempDir private Path directory;
  private Path open;
  private LinePosition first;
  private LinePosition third;

  @BeforeEach
  void writeThreeFiles() throws IOException {
    open = directory.resolve("metrics.jsonl");
    gzip("metrics-20261121T080000.000Z.jsonl.gz", "one\n");
    Files.writeString(directory.resolve("metrics-20261121T080001.000Z.jsonl"), "two\n");
    gzip("metrics-20261121T080002.000Z.jsonl.gz", "three\n");
    Files.writeString(open, "four\n");
    gzip("other-20261121T080000.000Z.jsonl.gz", "other\n");
    try (LineLog log = new LineLog(open, LinePosition.BEGINNING, PassedFilesTest::noGap)) {
      log.read(1);
      first = log.position();
      log.read(1);
      log.read(1);
      third = log.position();
    }
  }

  @Test
  void aCompressedFileGoesOnceFourCheckpointsHavePassedIt() throws IOException {
    PassedFiles passed = new PassedFiles(open);
    for (int checkpoint = 1; checkpoint <= 3; checkpoint++) {
      passed.begun(checkpoint, third);
      passed.completed(checkpoint);
      assertThat(names()).hasSize(5);
    }
    passed.begun(4, third);
    passed.completed(4);
    assertThat(names())
        .containsExactly(
            "metrics-20261121T080001.000Z.jsonl",
            "metrics-20261121T080002.000Z.jsonl.gz",
            "metrics.jsonl",
            "other-20261121T080000.000Z.jsonl.gz");
  }

  @Test
  void aCheckpointThatWasNotCompletedDoesNotCount() throws IOException {
    PassedFiles passed = new PassedFiles(open);
    passed.begun(1, first);
    passed.begun(2, third);
    passed.completed(1);
    for (int checkpoint = 3; checkpoint <= 5; checkpoint++) {
      passed.begun(checkpoint, third);
      passed.completed(checkpoint);
    }
    assertThat(names()).hasSize(5);
    passed.completed(6);
    assertThat(names()).hasSize(5);
  }

  private static void noGap(Path next) {
    throw new AssertionError("a gap before " + next);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void gzip(String name, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve(name)))) {
      out.write(text.getBytes(UTF_8));
    }
  }
}
