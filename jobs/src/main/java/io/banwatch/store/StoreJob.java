package io.banwatch.store;

import io.banwatch.alert.AlertJson;
import io.banwatch.lines.LineJob;
import io.banwatch.lines.LineNotices;
import io.banwatch.lines.LineSource;
import io.banwatch.lines.Opening;
import io.banwatch.metric.PointJson;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The store job: metric log and alert log in, points out.
 *
 * <pre>
 * metric log ── points ──┐
 *                        ├── InfluxDB
 * alert log ─── points ──┘
 * </pre>
 */
public final class StoreJob {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

  private StoreJob() {}

  /**
   * Adds the job to the environment.
   *
   * @param settings what it reads, and where it stores it
   */
  public static void define(StreamExecutionEnvironment environment, StoreSettings settings) {
    InfluxAddress address = settings.address();
    define(environment, settings, () -> InfluxClient.of(address, System.getenv(), LONGEST_ANSWER));
  }

  /**
   * Draws the job by itself, for some cluster to run.
   *
   * @param configuration what the cluster and the job run with: checkpoints, restarts
   */
  public static JobGraph graph(StoreSettings settings, Configuration configuration) {
    return LineJob.graph(
        "banwatch store", configuration, environment -> define(environment, settings));
  }

  static void define(
      StreamExecutionEnvironment environment, StoreSettings settings, InfluxApi.Maker api) {
    LineSource metrics = source("metrics", settings);
    DataStream<InfluxLine> points =
        lines(
            environment,
            settings.bounded() ? metrics : metrics.removingPassed(),
            StoreIds.METRIC_LOG,
            StoreIds.METRIC_LINES,
            new StoredLines(
                "metrics.jsonl",
                line -> LineProtocol.of(PointJson.read(line)),
                settings.progress()));
    DataStream<InfluxLine> changes =
        lines(
            environment,
            source("alerts", settings),
            StoreIds.ALERT_LOG,
            StoreIds.ALERT_LINES,
            new StoredLines(
                "alerts.jsonl",
                line -> LineProtocol.of(AlertPoint.of(AlertJson.read(line))),
                settings.progress()));
    points
        .union(changes)
        .sinkTo(new InfluxSink(settings.address(), api, settings.progress()))
        .name("InfluxDB")
        .uid(StoreIds.INFLUXDB)
        .setParallelism(1);
  }

  private static LineSource source(String log, StoreSettings settings) {
    Path file = settings.directory().resolve(log + ".jsonl");
    String progress = settings.progress();
    LineNotices notices = () -> StoreProgress.of(progress)::tell;
    String reader = "store_" + log;
    LineSource source =
        settings.bounded()
            ? LineSource.toTheEnd(file, reader, notices)
            : LineSource.following(file, reader, Opening.everything(), notices);
    return source.readingWhile(() -> StoreProgress.of(progress).hasRoom());
  }

  private static DataStream<InfluxLine> lines(
      StreamExecutionEnvironment environment,
      LineSource source,
      String sourceUid,
      String linesUid,
      StoredLines lines) {
    return environment
        .fromSource(
            source,
            WatermarkStrategy.noWatermarks(),
            sourceUid.replace('-', ' '),
            PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .uid(sourceUid)
        .setParallelism(1)
        .flatMap(lines)
        .returns(TypeInformation.of(InfluxLine.class))
        .name(linesUid.replace('-', ' '))
        .uid(linesUid)
        .setParallelism(1);
  }
}
