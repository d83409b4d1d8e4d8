package io.banwatch.flow;

import io.banwatch.log.ReadProgress;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointBuilder;
import java.util.List;

/** How far a job that follows its log is behind it, every ten seconds of the wall clock. */
final class PipelineLag {
  private static final long EVERY_MILLIS = 10_000;
  private static final double MILLIS_PER_SECOND = 1_000;

  private final ReadProgress progress;
  private long told;

  /**
   * @param progress how far the source has read
   * @param now wall clock, epoch milliseconds
   */
  PipelineLag(ReadProgress progress, long now) {
    this.progress = progress;
    this.told = now / EVERY_MILLIS;
  }

  /**
   * A tick of the wall clock.
   *
   * @param newest the newest event time, or {@link EventClock#UNKNOWN}
   * @return the point that is due, or null
   */
  Point tick(long now, long newest) {
    long due = now / EVERY_MILLIS;
    if (due == told) {
      return null;
    }
    told = due;
    double behind = newest == EventClock.UNKNOWN ? Double.NaN : Math.max(0, now - newest);
    return new PointBuilder(Measurement.PIPELINE_LAG, due * EVERY_MILLIS, List.of())
        .with(FieldNames.BEHIND_BYTES, progress.behindBytes())
        .with(FieldNames.BEHIND_SECONDS, behind / MILLIS_PER_SECOND)
        .build();
  }
}
