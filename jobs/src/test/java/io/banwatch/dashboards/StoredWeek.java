package io.banwatch.dashboards;

import io.banwatch.alert.Alert;
import io.banwatch.flow.ReplayJob;
import io.banwatch.flow.ReplayListener;
import io.banwatch.flow.ReplaySettings;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.PointBuilder;
import io.banwatch.metric.PointJson;
import io.banwatch.simulate.DemoWeek;
import io.banwatch.store.StoredHistory;
import io.banwatch.store.StoredOnce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The demo week in InfluxDB by the production path: usage log, replay with metric log, store job,
 * points of five minutes.
 */
final class StoredWeek {
  static final Instant FROM = Instant.parse("2026-11-09T00:00:00Z");
  static final Instant TO = Instant.parse("2026-11-16T00:00:00Z");

  /** While a stolen key is at work: a key's alert is open. */
  static final Instant SATURDAY_NIGHT = Instant.parse("2026-11-14T23:30:00Z");

  /** The stolen key's alias. */
  static final String STOLEN = "mail-drafts";

  private static final String POLICY =
      """
      schemaVersion: 1
      gateway:
        trustedProxies: [10.0.0.0/8]
      """;

  private StoredWeek() {}

  /**
   * Writes, replays and stores it.
   *
   * @param directory an empty one
   * @param influx {@code http://HOST:PORT/DATABASE_OR_BUCKET}
   * @param credentials as in a command's environment
   * @return how many points are stored
   */
  static long store(Path directory, String influx, Map<String, String> credentials)
      throws Exception {
    Path log = Files.createDirectory(directory.resolve("log"));
    DemoWeek.write(log.resolve("week.jsonl"));
    OddTraffic.write(log.resolve("odd.jsonl"), SATURDAY_NIGHT.minus(Duration.ofHours(2)));
    Path out = Files.createDirectory(directory.resolve("out"));
    ReplayJob.run(
        new ReplaySettings(List.of(log.toString()), out, POLICY, null, null, 2, true), new Deaf());
    follow(out.resolve("metrics.jsonl"));
    StoredHistory history = new StoredHistory(influx, credentials);
    history.make();
    long points = StoredOnce.store(out, influx, credentials);
    history.fill(FROM, TO);
    return points;
  }

  /** What only a run that follows its log writes: a replay is never behind. */
  private static void follow(Path metrics) throws IOException {
    byte[] point =
        PointJson.write(
            new PointBuilder(
                    Measurement.PIPELINE_LAG, SATURDAY_NIGHT.toEpochMilli() - 60_000, List.of())
                .with(FieldNames.BEHIND_BYTES, 0L)
                .with(FieldNames.BEHIND_SECONDS, 1.5)
                .build());
    String line = new String(point, StandardCharsets.UTF_8) + "\n";
    Files.writeString(metrics, line, StandardOpenOption.APPEND);
  }

  private static final class Deaf implements ReplayListener {
    @Override
    public void alert(Alert line) {}

    @Override
    public void progress(long bytesRead, long bytesTotal, long records) {}
  }
}
