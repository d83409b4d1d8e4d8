package io.banwatch.flow;

import io.banwatch.alert.Severity;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How a detect job in this JVM is doing, for whoever started it. The operators write, anyone may
 * ask, at any time and from any thread. A job on a cluster is seen by its metrics instead, of the
 * same names.
 *
 * <p>Counts go on when the job restarts within the process: what an attempt counted that failed is
 * counted again.
 */
public final class JobStatus {
  private static final Map<String, JobStatus> BY_NAME = new ConcurrentHashMap<>();
  private static final long NONE = Long.MIN_VALUE;

  private final String name;
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final AtomicLong newestEvent = new AtomicLong(NONE);
  private final AtomicLong lastRequest = new AtomicLong(NONE);

  private JobStatus(String name) {
    this.name = name;
  }

  /** A status for one job, which finds it by {@link #name()}. */
  public static JobStatus register() {
    JobStatus status = new JobStatus(UUID.randomUUID().toString());
    BY_NAME.put(status.name, status);
    return status;
  }

  /** The status of that name, or one that nobody asks. */
  static JobStatus of(String name) {
    JobStatus nobodys = new JobStatus("");
    return name == null ? nobodys : BY_NAME.getOrDefault(name, nobodys);
  }

  /** Nobody will ask any more. */
  public void forget() {
    BY_NAME.remove(name);
  }

  /** What names it in {@link DetectSettings}. */
  public String name() {
    return name;
  }

  /** The newest event time of any request, epoch milliseconds; empty before the first. */
  public OptionalLong newestEventMillis() {
    return optional(newestEvent.get());
  }

  /**
   * When the last request came, by the wall clock to a second, epoch milliseconds; empty before the
   * first, and in a job that does not follow its log.
   */
  public OptionalLong lastRequestMillis() {
    return optional(lastRequest.get());
  }

  /** Records that became requests, without repeats. */
  public long accepted() {
    return count(Counts.JUDGED) + count(Counts.LATE) + count(Counts.GATEWAY_ONLY);
  }

  /** Records that were not understood, by reason; reasons without one are left out. */
  public Map<Reason, Long> rejected() {
    Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      put(rejected, reason, count(Counts.REJECTED + reason.word()));
    }
    return rejected;
  }

  /** Records that do not count, by reason; repeats are not among the accepted. */
  public Map<Skip, Long> skipped() {
    Map<Skip, Long> skipped = new EnumMap<>(Skip.class);
    for (Skip skip : Skip.values()) {
      put(skipped, skip, count(Counts.SKIPPED + skip.word()));
    }
    return skipped;
  }

  /** Requests that came too late for the pace signals. */
  public long late() {
    return count(Counts.LATE);
  }

  /** Lines told of alerts that fire, by their severity; severities without one are left out. */
  public Map<Severity, Long> alerts() {
    Map<Severity, Long> alerts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      put(alerts, severity, count(Counts.ALERTS + severity.word()));
    }
    return alerts;
  }

  /** Episodes that were resolved. */
  public long resolved() {
    return count(Counts.RESOLVED);
  }

  LongAdder adder(String count) {
    return counts.computeIfAbsent(count, unused -> new LongAdder());
  }

  void newestEvent(long millis) {
    newestEvent.setRelease(millis);
  }

  void lastRequest(long millis) {
    lastRequest.set(millis);
  }

  private long count(String count) {
    LongAdder adder = counts.get(count);
    return adder == null ? 0 : adder.sum();
  }

  private static <K extends Enum<K>> void put(Map<K, Long> counts, K key, long count) {
    if (count > 0) {
      counts.put(key, count);
    }
  }

  private static OptionalLong optional(long millis) {
    return millis == NONE ? OptionalLong.empty() : OptionalLong.of(millis);
  }
}
