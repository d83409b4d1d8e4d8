package io.banwatch.inspect;

import io.banwatch.usage.Reason;
import io.banwatch.usage.Rejection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What was not understood, by its reason. */
public final class Rejections {
  private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);
  private final Map<Reason, Rejection> firsts = new EnumMap<>(Reason.class);

  Rejections() {}

  void add(Rejection rejection) {
    counts.merge(rejection.reason(), 1L, Long::sum);
    firsts.putIfAbsent(rejection.reason(), rejection);
  }

  /** How many there are of each reason, of those that occurred. */
  public Map<Reason, Long> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /** The first of this reason; null when there is none. */
  public Rejection first(Reason reason) {
    return firsts.get(reason);
  }

  /** How many there are. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
