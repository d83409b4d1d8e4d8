package io.banwatch.flow;

import io.banwatch.alert.Severity;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a replay did. Every record of the log is accepted, rejected or skipped, so their sum is the
 * number of records by construction.
 *
 * @param policy the hash of the policy that was in force
 * @param accepted records that became requests
 * @param rejectedBy records that were not understood, by reason; reasons without one may be left
 *     out
 * @param skippedBy records that do not count, by reason; likewise
 * @param droppedFields fields left out of accepted records because they were absurd, by field;
 *     likewise
 * @param late accepted records that came too late for the pace signals
 * @param bytes length of all logs, uncompressed
 * @param seconds wall time from start to end
 * @param keys different (vendor, key) pairs
 * @param accounts different (vendor, account) pairs
 * @param firstEvent the earliest event time; null without a request
 * @param lastEvent the latest event time; null without a request
 * @param alerts episodes by the worst severity each reached; severities without one may be left out
 * @param signals episodes by the signal's id
 * @param geoSource the geo database's own name
 * @param geoBuiltAt when the geo database was built
 * @param stateBytesPerKey bytes of checkpointed state a key; null when it was not measured
 * @param hints sentences for the person: what hinders, and which setting to change
 */
public record ReplaySummary(
    String policy,
    long accepted,
    Map<Reason, Long> rejectedBy,
    Map<Skip, Long> skippedBy,
    Map<DroppedField, Long> droppedFields,
    long late,
    long bytes,
    double seconds,
    long keys,
    long accounts,
    Instant firstEvent,
    Instant lastEvent,
    Map<Severity, Long> alerts,
    Map<String, Long> signals,
    String geoSource,
    Instant geoBuiltAt,
    Long stateBytesPerKey,
    List<String> hints) {
  /** Records of any kind; an array of ten counts ten. */
  public long lines() {
    return accepted + rejected() + skipped();
  }

  /** Records that were not understood. */
  public long rejected() {
    return sum(rejectedBy);
  }

  /** Records that were understood and do not count. */
  public long skipped() {
    return sum(skippedBy);
  }

  /** Records a second of wall time; 0 when no time passed. */
  public double linesPerSecond() {
    return seconds > 0 ? lines() / seconds : 0;
  }

  private static long sum(Map<?, Long> counts) {
    long sum = 0;
    for (long count : counts.values()) {
      sum += count;
    }
    return sum;
  }
}
