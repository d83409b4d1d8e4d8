package io.banwatch.measure;

import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.PointBuilder;
import io.banwatch.usage.Reason;
import java.util.Arrays;
import java.util.List;

/**
 * What the values of the log became in one slice. Numbers add up, so that each operator tells its
 * own. Plain public fields as in {@link KeySlices}.
 */
public class PipelineCounts {
  private static final Reason[] REASONS = Reason.values();
  private static final double MILLIS_PER_SECOND = 1_000;

  /** The slice's number. */
  public long slice;

  /** Values that became requests and were not seen before. */
  public int accepted;

  /** Values that do not count, repeats among them. */
  public int skipped;

  /** Repeats among them. */
  public int repeats;

  /** Values that were not understood, by their reason's place in {@link Reason}. */
  public int[] rejected = {};

  /** Requests that came too late for the pace signals. */
  public int late;

  /** Requests that came too late for their slice's points. */
  public int tooLate;

  /** How far the latest request was behind the newest, in milliseconds. */
  public long latenessMillis;

  /** Nothing yet, of that slice. */
  public static PipelineCounts of(long slice) {
    PipelineCounts counts = new PipelineCounts();
    counts.slice = slice;
    return counts;
  }

  /** A request turns out to be a repeat: it was counted as accepted before. */
  public PipelineCounts repeat() {
    accepted--;
    skipped++;
    repeats++;
    return this;
  }

  /** A value was not understood. */
  public void rejected(Reason reason) {
    int place = EnumPlace.of(reason);
    makeRoom(place + 1);
    rejected[place]++;
  }

  /** Adds what another operator counted. */
  public void add(PipelineCounts more) {
    accepted += more.accepted;
    skipped += more.skipped;
    repeats += more.repeats;
    makeRoom(more.rejected.length);
    for (int i = 0; i < more.rejected.length; i++) {
      rejected[i] += more.rejected[i];
    }
    late += more.late;
    tooLate += more.tooLate;
    latenessMillis = Math.max(latenessMillis, more.latenessMillis);
  }

  /** The point of the slice. */
  public Point point() {
    int refused = Arrays.stream(rejected).sum();
    PointBuilder point =
        new PointBuilder(Measurement.PIPELINE, Slices.start(slice), List.of())
            .with(FieldNames.RECORDS, accepted + skipped + refused)
            .with(FieldNames.ACCEPTED, accepted)
            .with(FieldNames.SKIPPED, skipped)
            .with(FieldNames.REJECTED, refused)
            .with(FieldNames.REPEATS, repeats)
            .with(FieldNames.LATE, late);
    for (int i = 0; i < rejected.length; i++) {
      point.unlessZero(FieldNames.rejected(REASONS[i]), rejected[i]);
    }
    return point
        .with(FieldNames.LATENESS_MOST_SECONDS, latenessMillis / MILLIS_PER_SECOND)
        .with(FieldNames.TOO_LATE_FOR_POINTS, tooLate)
        .build();
  }

  private void makeRoom(int places) {
    if (places > rejected.length) {
      rejected = Arrays.copyOf(rejected, places);
    }
  }
}
