package io.banwatch.flow;

import io.banwatch.log.FollowedProgress;
import io.banwatch.metric.Point;
import io.banwatch.policy.PolicyReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** What the metric log holds of a log: replayed, followed, or followed by jobs that are killed. */
final class KilledGraph {
  /** Alerts of all kinds come soon, and resolve soon. */
  private static final String POLICY =
      """
      schemaVersion: 1
      growth: {fewKeys: 2}
      signals:
        feed-silent: {requestsBefore: 1, floorMinutes: 5, youngFactor: 1}
        request-surge:
          quietMinutes: 2
          key: {requests: {oneMinute: {margin: 1.2, floor: 5}, tenMinutes: {margin: 1.2, floor: 12}}}
          account: {requests: {oneMinute: {margin: 1.2, floor: 12}}}
      """;

  private static final long LAST_SILENCE_MILLIS = 180_000;
  private static final int LONGEST_DOWN_MILLIS = 120_000;
  private static final int LONGEST_START_MILLIS = 60_000;

  private final ArrivingLog log;
  private final Random random;
  private final DetectSettings settings;
  private final Map<MetricLog.Place, Point> points = new HashMap<>();
  private int alerts;

  private KilledGraph(ArrivingLog log, Random random) {
    this.log = log;
    this.random = random;
    settings =
        new DetectSettings(
            PolicyReader.fromText(POLICY), null, null, null, true, "log of KilledGraph");
  }

  static KilledGraph replayed(ArrivingLog log, Random random) throws Exception {
    KilledGraph replayed = new KilledGraph(log, random);
    try (GraphHarness graph = replayed.open(false, null, 0)) {
      for (ArrivingLog.Arrival next : log.arrivals()) {
        graph.read(next.record());
      }
      graph.end();
      replayed.alerts = graph.alerts();
    }
    return replayed;
  }

  /**
   * Follows the log.
   *
   * @param kept before which record each checkpoint is taken
   * @param killed before which record each job is killed, which goes on from its checkpoint
   */
  static KilledGraph followed(ArrivingLog log, Random random, int[] kept, int[] killed)
      throws Exception {
    KilledGraph followed = new KilledGraph(log, random);
    try {
      followed.follow(kept, killed);
    } finally {
      FollowedProgress.forget(followed.settings.progress());
    }
    return followed;
  }

  private void follow(int[] kept, int[] killed) throws Exception {
    GraphHarness.Checkpoint checkpoint = null;
    int from = 0;
    long now = log.arrivals().get(0).at();
    for (int life = 0; life < kept.length; life++) {
      FollowedProgress.start(settings.progress());
      try (GraphHarness graph = open(true, checkpoint, now)) {
        now += checkpoint == null ? 0 : random.nextInt(LONGEST_START_MILLIS);
        graph.waitUntil(now);
        now = read(graph, from, kept[life], now);
        checkpoint = graph.checkpoint();
        now = read(graph, kept[life], killed[life], now) + random.nextInt(LONGEST_DOWN_MILLIS);
        from = kept[life];
      }
    }
    FollowedProgress.start(settings.progress());
    try (GraphHarness graph = open(true, checkpoint, now)) {
      now = read(graph, from, log.size(), now);
      FollowedProgress.catchUp(settings.progress());
      graph.waitUntil(now + LAST_SILENCE_MILLIS);
      graph.checkpoint();
    }
  }

  private long read(GraphHarness graph, int from, int to, long started) throws Exception {
    long now = started;
    for (ArrivingLog.Arrival next : log.arrivals().subList(from, to)) {
      if (next.at() > now) {
        FollowedProgress.catchUp(settings.progress());
        now = next.at();
        graph.waitUntil(now);
      }
      graph.read(next.record());
    }
    return now;
  }

  private GraphHarness open(boolean follows, GraphHarness.Checkpoint checkpoint, long now)
      throws Exception {
    return new GraphHarness(
        settings, follows, checkpoint, now, random, point -> MetricLog.put(point, points));
  }

  /** Of each series and time the last. */
  Map<MetricLog.Place, Point> points() {
    return points;
  }

  /** How many alert lines a replay told. */
  int alerts() {
    return alerts;
  }
}
