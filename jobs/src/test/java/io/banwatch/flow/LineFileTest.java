package io.banwatch.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.policy.FileKeeping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
  private static final FileKeeping KEEPING = new FileKeeping(1, 24, 7);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final int HALF_A_MEGABYTE = 500_000;

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("alerts.jsonl");
  }

  @Test
  void linesAreAppendedAcrossOpenings() throws IOException {
    write(NOON, "one", "two");
    write(NOON, "three");

    assertThat(Files.readString(file)).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void aLineCutShortByACrashIsCutOffAndWholeLinesStay() throws IOException {
    Files.writeString(file, "one\ntwo\nthr");

    write(NOON, "three");

    assertThat(Files.readString(file)).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void aLineThatStandsThereAlreadyIsPassedOver() throws IOException {
    write(NOON, "one", "two");

    assertThat(write(NOON, "two", "three", "three")).containsExactly(false, true, false);
    assertThat(Files.readString(file)).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void repeatsAreWrittenWhereTheyMayBe() throws IOException {
    try (LineFile lines = LineFile.open(file, KEEPING, false, at(NOON))) {
      assertThat(lines.append(bytes("one"))).isTrue();
      assertThat(lines.append(bytes("one"))).isTrue();
    }
    assertThat(Files.readString(file)).isEqualTo("one\none\n");
  }

  @Test
  void aLargeFileIsClosedUnderTheMomentsNameAndGzipped() throws IOException {
    String large = "a".repeat(HALF_A_MEGABYTE);
    write(NOON, large + "1", large + "2", "next");

    assertThat(Files.readString(file)).isEqualTo("next\n");
    assertThat(names()).containsExactly("alerts-20261121T120000.000Z.jsonl.gz", "alerts.jsonl");
    assertThat(unzipped("alerts-20261121T120000.000Z.jsonl.gz"))
        .isEqualTo(large + "1\n" + large + "2\n");
  }

  @Test
  void whatStandsInTheFileClosedLastIsPassedOverToo() throws IOException {
    String large = "a".repeat(2 * HALF_A_MEGABYTE);
    write(NOON, large, "next");

    assertThat(write(NOON, large, "next")).containsExactly(false, false);
  }

  @Test
  void anOldFileIsClosedBeforeTheNextLine() throws IOException {
    write(NOON, "one");
    Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(NOON));

    write(NOON.plus(Duration.ofHours(24)), "two");

    assertThat(Files.readString(file)).isEqualTo("two\n");
    assertThat(names()).containsExactly("alerts-20261122T120000.000Z.jsonl.gz", "alerts.jsonl");
  }

  @Test
  void closedFilesAreRemovedAfterTheirDays() throws IOException {
    Files.writeString(directory.resolve("alerts-20261114T115959.999Z.jsonl.gz"), "");
    Files.writeString(directory.resolve("other-20200101T000000.000Z.jsonl.gz"), "");
    Files.write(directory.resolve("alerts-20261114T120000.000Z.jsonl.gz"), gzipOfNothing());

    write(NOON, "one");

    assertThat(names())
        .containsExactly(
            "alerts-20261114T120000.000Z.jsonl.gz",
            "alerts.jsonl",
            "other-20200101T000000.000Z.jsonl.gz");
  }

  @Test
  void aClosingThatACrashInterruptedIsFinished() throws IOException {
    Files.writeString(directory.resolve("alerts-20261121T110000.000Z.jsonl"), "one\n");
    Files.writeString(directory.resolve("alerts-20261121T110000.000Z.jsonl.gz.tmp"), "half");

    assertThat(write(NOON, "one", "two")).containsExactly(false, true);

    assertThat(names()).containsExactly("alerts-20261121T110000.000Z.jsonl.gz", "alerts.jsonl");
    assertThat(unzipped("alerts-20261121T110000.000Z.jsonl.gz")).isEqualTo("one\n");
  }

  private List<Boolean> write(Instant now, String... texts) throws IOException {
    List<Boolean> written = new java.util.ArrayList<>();
    try (LineFile lines = LineFile.open(file, KEEPING, true, at(now))) {
      for (String text : texts) {
        written.add(lines.append(bytes(text)));
      }
      lines.sync();
    }
    return written;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private String unzipped(String name) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(directory.resolve(name)))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static byte[] gzipOfNothing() throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    new java.util.zip.GZIPOutputStream(bytes).close();
    return bytes.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
