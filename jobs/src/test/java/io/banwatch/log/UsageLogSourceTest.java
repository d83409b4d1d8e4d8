package io.banwatch.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.gateway.UsageDecoder;
import io.banwatch.usage.LogRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class UsageLogSourceTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .build());

  private static final String GATE = "gate";
  private static final int MOST_RECORDS = 100_000;

  @TempDir private Path directory;

  @Test
  void aJobReadsTheWholeLogInOrder() throws Exception {
    List<String> expected = writeLog();
    UsageLogSource source =
        UsageLogSource.ofFiles(
            List.of(directory.toString()), LineDecoder::new, LogSettings.defaults());
    assertThat(source.getBoundedness()).isEqualTo(Boundedness.BOUNDED);
    assertThat(names(source, 1)).isEqualTo(expected);
    assertThat(source.progress().files()).isEqualTo(3);
    assertThat(source.progress().finishedFiles()).isEqualTo(3);
    assertThat(source.progress().records()).isEqualTo(expected.size());
    assertThat(source.progress().readBytes()).isEqualTo(source.progress().totalBytes());
    source.forgetProgress();
    assertThat(source.progress().files()).isZero();
  }

  @Test
  void aSecondReaderHasNothingToDo() throws Exception {
    List<String> expected = writeLog();
    UsageLogSource source =
        UsageLogSource.ofFiles(
            List.of(directory.toString()), LineDecoder::new, LogSettings.defaults());
    assertThat(names(source, 2)).isEqualTo(expected);
  }

  @Test
  void standardInputIsRead() throws Exception {
    UsageLogSource source =
        UsageLogSource.ofFiles(
            List.of("-"), LineDecoder::new, LogSettings.defaults(), UsageLogSourceTest::twoEvents);
    assertThat(names(source, 1)).containsExactly("i1", "i2");
  }

  @Test
  void aLogThatIsMissingIsToldBeforeAnythingStarts() {
    assertThatThrownBy(
            () ->
                UsageLogSource.ofFiles(
                    List.of(directory + "/gone"), LineDecoder::new, LogSettings.defaults()))
        .isInstanceOf(UsageLogException.class);
  }

  @Test
  void aJobThatFailsGoesOnAfterTheLastCheckpointedRecord() throws Exception {
    List<String> expected = writeLog();
    FailingOnce.reset();
    UsageLogSource source =
        UsageLogSource.ofFiles(
            List.of(directory.toString()), UsageLogSourceTest::gated, ReadLog.SMALL_BLOCKS);
    StreamExecutionEnvironment environment = environment();
    environment.enableCheckpointing(Duration.ofMillis(10).toMillis());
    environment
        .fromSource(source, WatermarkStrategy.noWatermarks(), "log")
        .uid("log")
        .setParallelism(1)
        .map(new FailingOnce())
        .uid("failing")
        .setParallelism(1)
        .sinkTo(new DiscardingSink<>())
        .uid("sink");
    environment.execute();
    assertThat(FailingOnce.failures()).isEqualTo(1);
    assertThat(FailingOnce.restoredWith()).isBetween(1, expected.size() / 2);
    assertThat(FailingOnce.seen()).isEqualTo(expected);
  }

  /** Three files, an array and a compressed one among them, whose records take turns. */
  private List<String> writeLog() throws IOException {
    StringBuilder lines = new StringBuilder();
    StringBuilder array = new StringBuilder("[");
    StringBuilder packed = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      String gate = i == 500 ? GATE : "l" + i;
      lines.append(LogReaderTest.event(10L * i, gate));
      array.append(i == 0 ? "" : ",\n").append(LogReaderTest.event(10L * i + 1, "a" + i));
      packed.append(LogReaderTest.event(10L * i + 2, "p" + i)).append("nonsense\n");
      expected.addAll(List.of(gate, "a" + i, "p" + i, "not-json"));
    }
    Files.writeString(directory.resolve("lines.jsonl"), lines);
    Files.writeString(directory.resolve("array.json"), array + "]");
    Files.write(directory.resolve("packed"), LogReaderTest.gzip(packed.toString()));
    return expected;
  }

  private static List<String> names(UsageLogSource source, int parallelism) throws Exception {
    SingleOutputStreamOperator<LogRecord> log =
        environment()
            .fromSource(source, WatermarkStrategy.noWatermarks(), "log")
            .uid("log")
            .setParallelism(parallelism);
    return log.executeAndCollect(MOST_RECORDS).stream().map(LineDecoder::name).toList();
  }

  private static StreamExecutionEnvironment environment() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
  }

  private static ByteArrayInputStream twoEvents() {
    String text = LogReaderTest.event(10, "i1") + LogReaderTest.event(20, "i2");
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Does not decode the middle of the log before a checkpoint holds a part of what is before it.
   */
  private static UsageDecoder gated() {
    LineDecoder decoder = new LineDecoder();
    return (buffer, offset, length, position, out) ->
        decoder.decode(
            buffer,
            offset,
            length,
            position,
            each -> {
              if (LineDecoder.name(each).equals(GATE)) {
                FailingOnce.awaitCheckpoint();
              }
              out.accept(each);
            });
  }
}
