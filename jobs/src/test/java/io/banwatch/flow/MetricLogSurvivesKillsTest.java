package io.banwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricLogSurvivesKillsTest {
  private static final int SEEDS = 2;
  private static final int REQUESTS = 120;
  private static final int KILLS = 5;
  private static final long LAST_MINUTE_MILLIS = 60_000;
  private static final int[] NEVER = {};

  @Test
  void theSamePointsAreWrittenInWhateverOrderTheNetworkCarriesWhatRaces() throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      ArrivingLog log = ArrivingLog.of(REQUESTS, new Random(seed));
      KilledGraph one = KilledGraph.replayed(log, new Random(1));
      KilledGraph other = KilledGraph.replayed(log, new Random(2));

      assertThat(one.alerts()).isPositive();
      assertThat(one.points()).hasSizeGreaterThan(200).isEqualTo(other.points());
    }
  }

  @Test
  void followedTheLogGivesThePointsOfAReplay() throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      ArrivingLog log = ArrivingLog.of(REQUESTS, new Random(seed));
      Map<MetricLog.Place, Point> replayed = replayed(log);

      assertThat(followed(log, seed, NEVER, NEVER, replayed)).isEqualTo(replayed);
    }
  }

  @Test
  void killedAgainAndAgainTheJobWritesThePointsOfAReplay() throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      ArrivingLog log = ArrivingLog.of(REQUESTS, new Random(seed));
      Random random = new Random(seed);
      int[] kept = random.ints(KILLS, 0, log.size()).sorted().toArray();
      int[] killed = new int[KILLS];
      for (int i = 0; i < KILLS; i++) {
        killed[i] = kept[i] + random.nextInt(log.size() - kept[i]);
      }

      Map<MetricLog.Place, Point> replayed = replayed(log);
      assertThat(followed(log, seed, kept, killed, replayed)).isEqualTo(replayed);
    }
  }

  @Test
  void killedAfterAnyRecordTheJobWritesThePointsOfAReplay() throws Exception {
    ArrivingLog log = ArrivingLog.of(10, new Random(7));
    Map<MetricLog.Place, Point> replayed = replayed(log);

    for (int kept = 0; kept < log.size(); kept++) {
      int killed = Math.min(log.size(), kept + 3);
      assertThat(followed(log, kept, new int[] {kept}, new int[] {killed}, replayed))
          .describedAs("killed before record %d", kept)
          .isEqualTo(replayed);
    }
  }

  @Test
  void aPointThatIsNotWrittenIsNoticed() throws Exception {
    ArrivingLog log = ArrivingLog.of(REQUESTS, new Random(1));
    ArrivingLog cut = new ArrivingLog(log.arrivals().subList(0, log.size() - 1));

    Map<MetricLog.Place, Point> replayed = replayed(log);

    assertThat(followed(cut, 1, NEVER, NEVER, replayed)).isNotEqualTo(replayed);
  }

  private static Map<MetricLog.Place, Point> replayed(ArrivingLog log) throws Exception {
    return KilledGraph.replayed(log, new Random(0)).points();
  }

  /** Without what only a job that follows its log can write. */
  private static Map<MetricLog.Place, Point> followed(
      ArrivingLog log, long seed, int[] kept, int[] killed, Map<MetricLog.Place, Point> replayed)
      throws Exception {
    Map<MetricLog.Place, Point> points =
        new HashMap<>(KilledGraph.followed(log, new Random(seed), kept, killed).points());
    points.keySet().removeIf(place -> place.measurement() == Measurement.PIPELINE_LAG);
    // In the silence after the log's end its minutes go on.
    points
        .keySet()
        .removeIf(
            place ->
                place.measurement() == Measurement.ACCOUNT_ALERTS
                    && place.timeMillis() > log.end() - LAST_MINUTE_MILLIS
                    && !replayed.containsKey(place));
    return points;
  }
}
