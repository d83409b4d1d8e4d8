package io.banwatch.service;

import io.banwatch.flow.MetricLog;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The metric log of runs that were killed beside that of a replay, up to some minutes before the
 * log's end. What depends on the order of arrival must be there; all else must be the same.
 */
final class KilledPoints {
  private static final String FILE = "metrics.jsonl";
  private static final long SETTLED_MILLIS = 5 * 60_000;

  private static final Set<Measurement> BY_ORDER =
      EnumSet.of(Measurement.KEY_PACE, Measurement.ACCOUNT_PACE, Measurement.PIPELINE);

  private final Map<MetricLog.Place, Point> replayed;
  private final long settled;

  /**
   * What differs.
   *
   * @param compared how many points of the replay were looked for
   * @param missing those that were not written
   * @param other those that were written otherwise
   * @param more those that the replay does not have
   */
  record Difference(
      int compared,
      List<MetricLog.Place> missing,
      List<MetricLog.Place> other,
      List<MetricLog.Place> more) {
    boolean isNone() {
      return missing.isEmpty() && other.isEmpty() && more.isEmpty();
    }
  }

  KilledPoints(Path replayOut) throws IOException {
    replayed = MetricLog.points(replayOut.resolve(FILE));
    long newest = replayed.keySet().stream().mapToLong(MetricLog.Place::timeMillis).max().orElse(0);
    settled = newest - SETTLED_MILLIS;
  }

  /** Whether the runs have come so far. */
  boolean isReached(Path out) throws IOException {
    return MetricLog.newest(out.resolve(FILE)) > settled + SETTLED_MILLIS / 2;
  }

  /** Looks for the replay's points in what the runs wrote. */
  Difference in(Path out) throws IOException {
    Map<MetricLog.Place, Point> written = MetricLog.points(out.resolve(FILE));
    List<MetricLog.Place> due =
        replayed.keySet().stream().filter(place -> place.timeMillis() < settled).toList();
    return new Difference(
        due.size(),
        due.stream().filter(place -> !written.containsKey(place)).toList(),
        due.stream().filter(written::containsKey).filter(place -> differs(place, written)).toList(),
        written.keySet().stream().filter(this::isMore).toList());
  }

  private boolean differs(MetricLog.Place place, Map<MetricLog.Place, Point> written) {
    return !BY_ORDER.contains(place.measurement())
        && !written.get(place).equals(replayed.get(place));
  }

  private boolean isMore(MetricLog.Place place) {
    return place.measurement() != Measurement.PIPELINE_LAG
        && place.timeMillis() < settled
        && !replayed.containsKey(place);
  }
}
