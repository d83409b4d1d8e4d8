package io.banwatch.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.gateway.UsageDecoder;
import io.banwatch.usage.LogRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A history to learn from that is also part of the log that is followed. */
class HistoryFollowedTest {
  @RegisterExtension
  private static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  private static volatile String waitsAt;

  @TempDir private Path directory;

  private Path log;

  @BeforeEach
  void name() {
    log = directory.resolve("log/access.log");
  }

  @Test
  void aFileGoesOnWhereItsHistoryEnded() throws Exception {
    append(0, 30);
    try (CloseableIterator<LogRecord> records = records(log.getParent(), log.getParent())) {
      expect(records, 0, 30, true);
      append(30, 40);
      expect(records, 30, 40, false);
      LogFollowerTest.rotate(log, 5);
      append(40, 50);
      expect(records, 40, 50, false);
    }
  }

  @Test
  void aValueThatIsHalfWrittenWhenTheHistoryEndsIsReadOnceItIsWhole() throws Exception {
    append(0, 3);
    String torn = LogFollowerTest.event(3);
    LogFollowerTest.append(log, torn.substring(0, 9));
    try (CloseableIterator<LogRecord> records = records(log.getParent(), log.getParent())) {
      expect(records, 0, 3, true);
      LogFollowerTest.append(log, torn.substring(9));
      expect(records, 3, 4, false);
    }
  }

  @Test
  void copiesOfWhatIsFollowedAreKnownByTheirContent() throws Exception {
    append(0, 30);
    Path history = Files.createDirectories(directory.resolve("history"));
    try (OutputStream copy =
        new GZIPOutputStream(Files.newOutputStream(history.resolve("access.log.1.gz")))) {
      Files.copy(log, copy);
    }
    LogFollowerTest.rotate(log, 5);
    append(30, 40);
    Files.copy(log, history.resolve("access.log"));
    append(40, 50);
    try (CloseableIterator<LogRecord> records = records(history, log.getParent())) {
      expect(records, 0, 40, true);
      expect(records, 40, 50, false);
      append(50, 60);
      expect(records, 50, 60, false);
    }
  }

  @Test
  void ofADirectoryOnlyTheFileThatIsNamedIsFollowed() throws Exception {
    append(0, 10);
    Path other = log.resolveSibling("other.log");
    LogFollowerTest.append(other, LogFollowerTest.event(10));
    try (CloseableIterator<LogRecord> records = records(log.getParent(), log)) {
      expect(records, 0, 11, true);
      LogFollowerTest.append(other, LogFollowerTest.event(98));
      append(11, 12);
      expect(records, 11, 12, false);
      append(12, 13);
      expect(records, 12, 13, false);
    }
  }

  /** Killed in the first of two files, and in the second. */
  @ParameterizedTest
  @ValueSource(strings = {"e60", "e160"})
  void killedInTheHistoryItGoesOnThereAndReadsEachRecordOnce(String record) throws Exception {
    waitsAt = '"' + record + '"';
    append(0, 100);
    LogFollowerTest.rotate(log, 5);
    append(100, 200);
    Path copies = Files.createDirectories(directory.resolve("copies"));
    Files.copy(log, copies.resolve("access.log"));
    FailingOnce.reset();
    UsageLogSource source =
        source(List.of(log.getParent(), copies), log.getParent(), HistoryFollowedTest::waiting);
    StreamExecutionEnvironment environment = environment();
    environment.enableCheckpointing(20);
    try (CloseableIterator<String> names =
        environment
            .fromSource(source, WatermarkStrategy.noWatermarks(), "log")
            .uid("log")
            .map(new FailingOnce())
            .uid("failing")
            .executeAndCollect()) {
      assertThat(take(names, 300)).containsExactlyElementsOf(twice(names(0, 200), 100));
      assertThat(FailingOnce.failures()).isEqualTo(1);
      assertThat(FailingOnce.restoredWith()).isBetween(1, 299);
      append(200, 220);
      assertThat(take(names, 20)).isEqualTo(names(200, 220));
    }
  }

  /** Lets the record come only when a checkpoint was taken of some before it. */
  private static UsageDecoder waiting() {
    LineDecoder lines = new LineDecoder();
    return (buffer, offset, length, position, out) -> {
      if (new String(buffer, offset, length, UTF_8).contains(waitsAt)) {
        FailingOnce.awaitCheckpoint();
      }
      lines.decode(buffer, offset, length, position, out);
    };
  }

  /** The names, those from one on doubled: a history of two equal files gives both. */
  private static List<String> twice(List<String> names, int from) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      all.add(names.get(i));
      if (i >= from) {
        all.add(names.get(i));
      }
    }
    return all;
  }

  private void append(int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      LogFollowerTest.append(log, LogFollowerTest.event(i));
    }
  }

  private static void expect(Iterator<LogRecord> records, int from, int to, boolean learning) {
    for (String name : names(from, to)) {
      LogRecord next = records.next();
      assertThat(LineDecoder.name(next)).isEqualTo(name);
      assertThat(next.learning()).isEqualTo(learning);
    }
  }

  private static List<String> take(Iterator<String> names, int number) {
    List<String> taken = new ArrayList<>();
    while (taken.size() < number) {
      taken.add(names.next());
    }
    return taken;
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "e" + i).toList();
  }

  private static UsageLogSource source(List<Path> history, Path followed, DecoderFactory decoders) {
    return UsageLogSource.learningFrom(
        history.stream().map(Path::toString).toList(),
        List.of(followed.toString()),
        decoders,
        ReadLog.SMALL_BLOCKS);
  }

  private static CloseableIterator<LogRecord> records(Path history, Path followed)
      throws Exception {
    return environment()
        .fromSource(
            source(List.of(history), followed, LineDecoder::new),
            WatermarkStrategy.noWatermarks(),
            "log")
        .uid("log")
        .executeAndCollect();
  }

  private static StreamExecutionEnvironment environment() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(1);
    return environment;
  }
}
