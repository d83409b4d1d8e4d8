package io.banwatch.inspect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether the log's addresses can tell one caller from another. */
public final class Addresses {
  /** With fewer keys, one address for all is ordinary: a small office. */
  private static final int KEYS_OF_A_CROWD = 3;

  /** All but a few: health checks and the like may call from elsewhere. */
  private static final double NEARLY_ALL = 0.95;

  private final Map<String, Use> uses = new HashMap<>();
  private final Set<String> keys = new HashSet<>();
  private long records;
  private long with;
  private long withPublic;

  Addresses() {}

  /** What can be made of the addresses. */
  public enum Verdict {
    /** No record has one. */
    NONE,
    /** Less than half are public: a load balancer's or proxy's, most likely. */
    MOSTLY_PRIVATE,
    /** Nearly all records of several keys share one: a load balancer's, most likely. */
    ONE_FOR_ALL,
    /** They tell callers apart. */
    USEFUL
  }

  /** One address' use. */
  private static final class Use {
    private long records;
    private final Set<String> keys = new HashSet<>();
  }

  void add(String key, String address, boolean isPublic) {
    records++;
    keys.add(key);
    if (address == null) {
      return;
    }
    with++;
    withPublic += isPublic ? 1 : 0;
    Use use = uses.computeIfAbsent(address, unused -> new Use());
    use.records++;
    use.keys.add(key);
  }

  /** Records that were looked at. */
  public long records() {
    return records;
  }

  /** Those with an address. */
  public long with() {
    return with;
  }

  /** Those with a public one. */
  public long withPublic() {
    return withPublic;
  }

  /** How many different addresses there are. */
  public int distinct() {
    return uses.size();
  }

  /** The address that most records have; null when none has one. */
  public String mostUsed() {
    String most = null;
    for (Map.Entry<String, Use> each : uses.entrySet()) {
      if (most == null || compare(each, most) > 0) {
        most = each.getKey();
      }
    }
    return most;
  }

  private int compare(Map.Entry<String, Use> each, String most) {
    int byRecords = Long.compare(each.getValue().records, uses.get(most).records);
    return byRecords != 0 ? byRecords : most.compareTo(each.getKey());
  }

  /** What can be made of them. */
  public Verdict verdict() {
    if (with == 0) {
      return Verdict.NONE;
    }
    if (2 * withPublic < with) {
      return Verdict.MOSTLY_PRIVATE;
    }
    Use most = uses.get(mostUsed());
    boolean ofAll = most.records >= NEARLY_ALL * with && most.keys.size() >= KEYS_OF_A_CROWD;
    return ofAll ? Verdict.ONE_FOR_ALL : Verdict.USEFUL;
  }
}
