package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.usage.LogRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FollowingSourceTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(1)
              .build());

  @TempDir private Path directory;

  @Test
  void aJobThatFailsGoesOnAfterTheLastCheckpointedRecordAndFollowsRotation() throws Exception {
    Path log = directory.resolve("access.log");
    UsageLogSource source =
        UsageLogSource.following(
            List.of(directory.toString()), LineDecoder::new, ReadLog.SMALL_BLOCKS);
    assertThat(source.getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
    FailingOnce.reset();
    StreamExecutionEnvironment environment = environment();
    environment.enableCheckpointing(20);
    List<String> expected = new ArrayList<>();
    try (CloseableIterator<String> names =
        environment
            .fromSource(source, WatermarkStrategy.noWatermarks(), "log")
            .uid("log")
            .map(new FailingOnce())
            .uid("failing")
            .executeAndCollect()) {
      for (int file = 0; file < 5; file++) {
        for (int i = 0; i < 20; i++) {
          LogFollowerTest.append(log, LogReaderTest.event(expected.size(), "e" + expected.size()));
          expected.add("e" + expected.size());
        }
        if (file == 1) {
          take(names, expected.subList(0, 40));
          FailingOnce.awaitCheckpoint();
        }
        LogFollowerTest.rotate(log, 5);
      }
      take(names, expected.subList(40, 100));
      assertThat(FailingOnce.failures()).isEqualTo(1);
      assertThat(source.progress().lastRecordMillis()).isPositive();
    }
  }

  @Test
  void aHistoryIsReadFirstAndOnlyLearnedFrom() throws Exception {
    Path history = Files.createDirectory(directory.resolve("history"));
    Path live = Files.createDirectory(directory.resolve("live"));
    LogFollowerTest.append(history.resolve("a.jsonl"), LogFollowerTest.event(1));
    LogFollowerTest.append(live.resolve("b.jsonl"), LogFollowerTest.event(2));
    UsageLogSource source =
        UsageLogSource.learningFrom(
            List.of(history.toString()),
            List.of(live.toString()),
            LineDecoder::new,
            ReadLog.SMALL_BLOCKS);
    try (CloseableIterator<LogRecord> records =
        environment()
            .fromSource(source, WatermarkStrategy.noWatermarks(), "log")
            .uid("log")
            .executeAndCollect()) {
      LogRecord learned = records.next();
      assertThat(LineDecoder.name(learned)).isEqualTo("e1");
      assertThat(learned.learning()).isTrue();
      LogRecord told = records.next();
      assertThat(LineDecoder.name(told)).isEqualTo("e2");
      assertThat(told.learning()).isFalse();
      LogFollowerTest.append(live.resolve("b.jsonl"), LogFollowerTest.event(3));
      assertThat(LineDecoder.name(records.next())).isEqualTo("e3");
    }
  }

  @Test
  void aLogWhoseDirectoryIsMissingIsToldBeforeAnythingStarts() {
    String log = directory + "/gone/access.log";
    assertThatThrownBy(
            () -> UsageLogSource.following(List.of(log), LineDecoder::new, LogSettings.defaults()))
        .isInstanceOf(UsageLogException.class)
        .hasMessage(
            "the directory of %s does not exist: create it, or check the name".formatted(log));
  }

  private static void take(CloseableIterator<String> names, List<String> expected)
      throws IOException {
    List<String> taken = new ArrayList<>();
    while (taken.size() < expected.size()) {
      taken.add(names.next());
    }
    assertThat(taken).isEqualTo(expected);
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
