package io.banwatch.receive;

import io.banwatch.usage.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Sums over all bodies. Thread-safe. */
final class Counters {
  private final Map<Integer, Long> requests = new TreeMap<>();
  private final Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
  private long accepted;
  private long skipped;
  private long bodyBytes;
  private long logBytes;

  synchronized void answered(int status) {
    requests.merge(status, 1L, Long::sum);
  }

  synchronized void read(long bytes) {
    bodyBytes += bytes;
  }

  /** What became durable. */
  synchronized void written(Tally tally, long bytes) {
    accepted += tally.accepted();
    skipped += tally.skipped();
    tally.reasons().forEach((reason, number) -> rejected.merge(reason, number, Long::sum));
    logBytes += bytes;
  }

  synchronized ReceiverCounts with(UsageLog log) {
    return new ReceiverCounts(
        Map.copyOf(requests),
        accepted,
        Map.copyOf(rejected),
        skipped,
        bodyBytes,
        logBytes,
        log.forceFailures(),
        log.segments(),
        log.fault());
  }
}
