package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever is done to a file while it is written: what is read is what was written, once. */
class LogFollowerPropertiesTest {
  private static final int MOST_ROTATIONS = 60;

  private Path directory;
  private Path log;
  private Follow follow;
  private final List<String> read = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private String torn = "";
  private FileChannel writer;
  private LogSplit saved;
  private List<String> readWhenSaved = List.of();
  private Path followed;

  /** What can happen to a log. */
  private enum Step {
    APPEND,
    APPEND_MANY,
    APPEND_PART,
    ROTATE,
    COPY_AND_CUT,
    COMPRESS,
    POLL,
    READ_ONE,
    SNAPSHOT,
    RESTART,
    REOPEN,
    WAIT
  }

  @BeforeTry
  void makeADirectory() throws IOException {
    directory = Files.createTempDirectory("follow");
    log = directory.resolve("access.log");
    read.clear();
    written.clear();
    torn = "";
    saved = LogSplit.following();
    writer = open();
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(
        log, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
  }

  @AfterTry
  void end() throws IOException {
    follow.close();
    writer.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 300)
  void whatWasWrittenIsReadOnce(
      @ForAll @Size(max = 40) List<Step> steps, @ForAll @IntRange(max = 1000) int seed)
      throws IOException {
    Random random = new Random(seed);
    followed = seed % 2 == 0 ? directory : log;
    follow = new Follow(followed);
    follow.poll();
    save();
    for (Step step : steps) {
      take(step, random);
    }
    completeTorn();
    reopen();
    append(event(random));
    follow.await(written.size() - read.size());
    follow.poll(10_000);
    follow.poll(10_000);
    read.addAll(follow.names());
    assertThat(read).isEqualTo(written);
  }

  private void take(Step step, Random random) throws IOException {
    switch (step) {
      case APPEND -> append(event(random));
      case APPEND_MANY -> {
        for (int i = 0; i < 20; i++) {
          append(event(random));
        }
      }
      case APPEND_PART -> appendPart(random);
      case ROTATE -> {
        if (Files.exists(log) && Files.size(log) > 0) {
          LogFollowerTest.rotate(log, MOST_ROTATIONS);
        }
      }
      case COPY_AND_CUT -> copyAndCut();
      case COMPRESS -> compressOne(random);
      case POLL -> follow.poll();
      case READ_ONE -> follow.take(1);
      case SNAPSHOT -> save();
      case RESTART -> restart();
      case REOPEN -> reopen();
      case WAIT -> follow.poll(10_000);
    }
  }

  private String event(Random random) {
    String id = "e" + written.size();
    written.add(id);
    return "{\"t\":%d,%s\"id\":\"%s\"}\n"
        .formatted(written.size(), "\"x\":[1],".repeat(random.nextInt(30)), id);
  }

  private void append(String text) throws IOException {
    completeTorn();
    write(text);
  }

  private void appendPart(Random random) throws IOException {
    completeTorn();
    String whole = event(random);
    int cut = 1 + random.nextInt(whole.length() - 1);
    write(whole.substring(0, cut));
    torn = whole.substring(cut);
  }

  private void completeTorn() throws IOException {
    if (!torn.isEmpty()) {
      write(torn);
      torn = "";
    }
  }

  private void copyAndCut() throws IOException {
    reopen();
    if (!Files.exists(log) || Files.size(log) == 0) {
      return;
    }
    Files.copy(log, directory.resolve("held.tmp"));
    LogFollowerTest.rotate(log, MOST_ROTATIONS);
    Path rotated = directory.resolve("access.log.1");
    Files.move(rotated, log);
    Files.move(directory.resolve("held.tmp"), rotated);
    LogFollowerTest.truncate(log);
  }

  private void compressOne(Random random) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> plain =
          files
              .filter(each -> each.toString().matches(".*\\.log\\.\\d+"))
              .sorted(
                  Comparator.comparing((Path each) -> ChainPlace.of(each.toString())).reversed())
              .toList();
      if (plain.size() > 1) {
        LogFollowerTest.gzip(plain.get(1 + random.nextInt(plain.size() - 1)));
      }
    }
  }

  private void restart() {
    follow.close();
    read.clear();
    read.addAll(readWhenSaved);
    follow = Follow.restored(saved, followed);
  }

  private void save() {
    saved = follow.snapshot();
    readWhenSaved = new ArrayList<>(read);
    readWhenSaved.addAll(follow.names());
  }

  /** The writer notices that its file was renamed. */
  private void reopen() throws IOException {
    completeTorn();
    writer.close();
    writer = open();
  }

  private void write(String text) throws IOException {
    writer.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
