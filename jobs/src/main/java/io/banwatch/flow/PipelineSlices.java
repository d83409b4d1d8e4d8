package io.banwatch.flow;

import io.banwatch.measure.PipelineCounts;
import io.banwatch.measure.Slices;
import io.banwatch.usage.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the values of the log became, by slices that event time has not passed. A request counts in
 * the slice of its end, or in the first that is not passed; what has no time, where the newest
 * request does.
 */
final class PipelineSlices {
  /** Where what has no time waits for the first request. */
  private static final long NO_SLICE = Long.MIN_VALUE;

  private final TreeMap<Long, PipelineCounts> slices = new TreeMap<>();
  private long newest = NO_SLICE;

  PipelineSlices(List<PipelineCounts> restored) {
    for (PipelineCounts counts : restored) {
      slices.put(counts.slice, counts);
      newest = Math.max(newest, counts.slice);
    }
  }

  /**
   * Counts a request.
   *
   * @param at its event time
   * @param clock where event time stands after it
   */
  void accepted(long at, EventClock clock) {
    long slice = sliceOf(at, clock.told());
    newest = Math.max(newest, slice);
    PipelineCounts counts = of(slice);
    counts.accepted++;
    counts.latenessMillis = Math.max(counts.latenessMillis, clock.newest() - at);
    PipelineCounts waiting = slices.remove(NO_SLICE);
    if (waiting != null) {
      counts.add(waiting);
    }
  }

  void skipped(EventClock clock) {
    timeless(clock).skipped++;
  }

  void rejected(Reason reason, EventClock clock) {
    timeless(clock).rejected(reason);
  }

  /** Hands on what the watermark passes. */
  void passed(long watermark, Consumer<PipelineCounts> out) {
    while (!slices.isEmpty()
        && slices.lastKey() != NO_SLICE
        && Slices.last(slices.ceilingKey(NO_SLICE + 1)) <= watermark) {
      out.accept(slices.remove(slices.ceilingKey(NO_SLICE + 1)));
    }
  }

  /** What a checkpoint keeps. */
  List<PipelineCounts> memory() {
    return new ArrayList<>(slices.values());
  }

  /** The slice in which a request counts. */
  static long sliceOf(long at, long watermark) {
    return Math.max(Slices.of(at), Slices.of(watermark + 1));
  }

  private PipelineCounts timeless(EventClock clock) {
    if (clock.newest() == EventClock.UNKNOWN) {
      return of(NO_SLICE);
    }
    return of(sliceOf(clock.newest(), clock.told()));
  }

  private PipelineCounts of(long slice) {
    return slices.computeIfAbsent(slice, PipelineCounts::of);
  }
}
