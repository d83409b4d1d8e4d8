package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

class LogMergePropertiesTest {
  private static final int NO_EVENT = -1;

  private Path directory;

  @BeforeTry
  void makeADirectory() throws IOException {
    directory = Files.createTempDirectory("merge");
  }

  @AfterTry
  void removeIt() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  /** Times of the records of some files; {@link #NO_EVENT} for what is no event. */
  @Property(tries = 300)
  void recordsComeInTheOrderOfTheRule(@ForAll("logs") List<List<Integer>> logs) throws IOException {
    for (int file = 0; file < logs.size(); file++) {
      StringBuilder text = new StringBuilder();
      for (int at = 0; at < logs.get(file).size(); at++) {
        int time = logs.get(file).get(at);
        String id = file + "-" + at;
        text.append(time == NO_EVENT ? "{}\n" : LogReaderTest.event(time, id));
      }
      Files.writeString(directory.resolve("log-" + file), text);
    }
    assertThat(ReadLog.names(ReadLog.SMALL_BLOCKS.withBlockBytes(30), directory))
        .isEqualTo(merged(logs));
  }

  @Provide
  Arbitrary<List<List<Integer>>> logs() {
    return Arbitraries.integers()
        .between(NO_EVENT, 20)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  /** The rule, told simply: looks at the heads of all files for each record. */
  private static List<String> merged(List<List<Integer>> logs) {
    int[] at = new int[logs.size()];
    List<String> names = new ArrayList<>();
    while (true) {
      int first = NO_EVENT;
      for (int file = 0; file < logs.size(); file++) {
        boolean has = at[file] < logs.get(file).size();
        if (has && (first == NO_EVENT || time(logs, at, file) < time(logs, at, first))) {
          first = file;
        }
      }
      if (first == NO_EVENT) {
        return names;
      }
      int time = logs.get(first).get(at[first]);
      names.add(time == NO_EVENT ? "not-a-model-call" : first + "-" + at[first]);
      at[first]++;
    }
  }

  /** What is no event goes at once, but at the head of a file with its first event. */
  private static int time(List<List<Integer>> logs, int[] at, int file) {
    List<Integer> log = logs.get(file);
    if (at[file] > 0 || log.get(0) != NO_EVENT) {
      return log.get(at[file]);
    }
    return log.stream().filter(time -> time != NO_EVENT).findFirst().orElse(NO_EVENT);
  }
}
