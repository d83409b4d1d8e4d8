package io.banwatch.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineLogTest {
  @TempDir private Path directory;
  private Path open;
  private final List<Path> gaps = new ArrayList<>();
  private int closed;

  @BeforeEach
  void name() {
    open = directory.resolve("alerts.jsonl");
  }

  @Test
  void aLineIsReadOnceItIsWhole() throws IOException {
    try (LineLog log = follow(LinePosition.BEGINNING)) {
      assertThat(read(log)).isEmpty();
      write("one\ntw");
      assertThat(read(log)).containsExactly("one");
      write("o\n");
      assertThat(read(log)).containsExactly("two");
      assertThat(read(log)).isEmpty();
    }
  }

  @Test
  void aTornLineThatItsWriterCutsOffAndWritesAnewIsReadAnew() throws IOException {
    try (LineLog log = follow(LinePosition.BEGINNING)) {
      write("one\ntorn");
      assertThat(read(log)).containsExactly("one");
      try (FileChannel file = FileChannel.open(open, StandardOpenOption.WRITE)) {
        file.truncate(4);
      }
      write("other\n");
      assertThat(read(log)).containsExactly("other");
    }
  }

  @Test
  void aRotationLosesAndRepeatsNothing() throws IOException {
    try (LineLog log = follow(LinePosition.BEGINNING)) {
      write("one\n");
      assertThat(read(log)).containsExactly("one");
      write("two\n");
      rotate(true);
      write("three\n");
      assertThat(read(log)).containsExactly("two", "three");
      rotate(false);
      assertThat(read(log)).isEmpty();
      write("four\n");
      rotate(true);
      rotateEmptyAway();
      write("five\n");
      assertThat(read(log)).containsExactly("four", "five");
    }
  }

  @Test
  void aPositionHoldsAcrossRotationsWhileNobodyReads() throws IOException {
    write("one\ntwo\nthree\n");
    LinePosition position;
    try (LineLog log = follow(LinePosition.BEGINNING)) {
      assertThat(log.read(2)).hasSize(2);
      position = log.position();
    }
    rotate(true);
    write("four\n");
    rotate(true);
    write("five\n");
    try (LineLog log = follow(position)) {
      assertThat(read(log)).containsExactly("three", "four", "five");
      position = log.position();
    }
    try (LineLog log = follow(position)) {
      assertThat(read(log)).isEmpty();
    }
  }

  @Test
  void whenTheFileWasRemovedMeanwhileTheOldestThatIsLeftGoesOn() throws IOException {
    write("one\n");
    LinePosition position;
    try (LineLog log = follow(LinePosition.BEGINNING)) {
      read(log);
      position = log.position();
    }
    Path first = rotate(true);
    write("two\n");
    rotate(true);
    write("three\n");
    Files.delete(first);
    try (LineLog log = follow(position)) {
      assertThat(read(log)).containsExactly("two", "three");
    }
    assertThat(gaps).singleElement().asString().endsWith("0001.000Z.jsonl.gz");
  }

  @Test
  void aFileThatWasReadToItsEndAndRemovedWhileItsReaderLivesIsToldOfAsWell() throws IOException {
    write("one\n");
    try (LineLog log = follow(LinePosition.BEGINNING)) {
      assertThat(read(log)).containsExactly("one");
      Path first = rotate(true);
      write("two\n");
      rotate(true);
      write("three\n");
      Files.delete(first);
      assertThat(read(log)).containsExactly("two", "three");
    }
    assertThat(gaps).hasSize(1);
  }

  @Test
  void aFileThatIsBothPlainAndGzippedIsReadOnce() throws IOException {
    write("one\n");
    Path gzipped = rotate(true);
    String name = gzipped.getFileName().toString();
    Files.writeString(directory.resolve(name.substring(0, name.length() - 3)), "one\n");
    write("two\n");
    try (LineLog log = follow(LinePosition.BEGINNING)) {
      assertThat(read(log)).containsExactly("one", "two");
    }
  }

  @Test
  void strangeFilesAreNotRead() throws IOException {
    Files.writeString(directory.resolve("alerts-old.jsonl"), "strange\n");
    Files.writeString(directory.resolve("alerts-20261121T080000.000Z.jsonl.gz.tmp"), "strange\n");
    write("one\n");
    try (LineLog log = follow(LinePosition.BEGINNING)) {
      assertThat(read(log)).containsExactly("one");
    }
  }

  @Test
  void whateverHappensBetweenLooksEachLineComesOnceAndInOrder() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Files.createDirectories(directory.resolve("seed" + seed));
      open = directory.resolve("seed" + seed).resolve("alerts.jsonl");
      anything(new Random(seed));
    }
  }

  private void anything(Random random) throws IOException {
    List<String> written = new ArrayList<>();
    List<String> read = new ArrayList<>();
    LineLog log = follow(LinePosition.BEGINNING);
    for (int step = 0; step < 60; step++) {
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          String line = "line " + written.size() + " " + "x".repeat(random.nextInt(200));
          write(line + "\n");
          written.add(line);
        }
        case 2 -> {
          if (Files.exists(open) && Files.size(open) > 0) {
            rotate(random.nextBoolean());
          }
        }
        case 3 -> log.read(1 + random.nextInt(3)).forEach(line -> read.add(text(line)));
        default -> {
          LinePosition position = log.position();
          log.close();
          log = follow(position);
        }
      }
    }
    read.addAll(read(log));
    log.close();
    assertThat(read).isEqualTo(written);
    assertThat(gaps).isEmpty();
  }

  private LineLog follow(LinePosition from) {
    return new LineLog(open, from, gaps::add);
  }

  private static List<String> read(LineLog log) throws IOException {
    List<String> all = new ArrayList<>();
    for (List<byte[]> some = log.read(100); !some.isEmpty(); some = log.read(100)) {
      some.forEach(line -> all.add(text(line)));
    }
    return all;
  }

  private static String text(byte[] line) {
    return new String(line, UTF_8);
  }

  private void write(String text) throws IOException {
    Files.writeString(open, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private Path rotate(boolean gzip) throws IOException {
    String stamp = String.format("20261121T08%04d.000Z", closed++);
    Path plain = open.resolveSibling("alerts-" + stamp + ".jsonl");
    Files.move(open, plain);
    if (!gzip) {
      return plain;
    }
    Path gzipped = open.resolveSibling("alerts-" + stamp + ".jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzipped))) {
      Files.copy(plain, out);
    }
    Files.delete(plain);
    return gzipped;
  }

  private void rotateEmptyAway() throws IOException {
    write("");
    assertThat(Files.size(open)).isZero();
  }
}
