package io.banwatch.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the files that begin like another one without comparing it with each of them: by the hashes
 * of their fingerprints. What it costs to look one up depends on how many files match, and on how
 * many lengths fingerprints have, at most {@link Fingerprint#MOST}; not on how many files there
 * are. Used by one thread, during one look.
 */
final class HeadIndex {
  private final TreeMap<Integer, Map<Long, List<Entry>>> whole = new TreeMap<>();
  private final Map<Integer, Map<Long, List<Entry>>> prefixes = new HashMap<>();
  private final List<Entry> all = new ArrayList<>();
  private long compared;

  /** A file, with the fingerprint that it had when it was put in. */
  private record Entry(Tail tail, Fingerprint fingerprint) {
    boolean stands() {
      return tail.head().equals(fingerprint);
    }
  }

  /** Puts in a file; once more when its fingerprint has changed. */
  void add(Tail tail) {
    Fingerprint fingerprint = tail.head();
    if (fingerprint.isNone()) {
      return;
    }
    Entry entry = new Entry(tail, fingerprint);
    all.add(entry);
    add(whole.computeIfAbsent(fingerprint.length(), key -> new HashMap<>()), last(entry), entry);
    for (int i = 0; i < fingerprint.hashes().size() - 1; i++) {
      long hash = fingerprint.hashes().get(i);
      add(prefixes.computeIfAbsent(Fingerprint.fixed(i), key -> new HashMap<>()), hash, entry);
    }
  }

  private static void add(Map<Long, List<Entry>> byHash, long hash, Entry entry) {
    byHash.computeIfAbsent(hash, key -> new ArrayList<>(1)).add(entry);
  }

  private static long last(Entry entry) {
    return entry.fingerprint().hashes().get(entry.fingerprint().hashes().size() - 1);
  }

  /** The files of which these are the first bytes. */
  List<Tail> same(LogHead head) {
    List<Tail> same = new ArrayList<>();
    for (Map.Entry<Integer, Map<Long, List<Entry>>> each :
        whole.headMap(head.length(), true).entrySet()) {
      compared++;
      for (Entry entry : each.getValue().getOrDefault(head.hash(each.getKey()), List.of())) {
        compared++;
        if (entry.stands()) {
          same.add(entry.tail());
        }
      }
    }
    return same;
  }

  /**
   * Whether these bytes, too few yet, may become one of the files at another place than that one
   * cannot be.
   */
  boolean mayBecomeOne(LogHead head, ChainPlace place) {
    if (whole.higherKey(head.length()) == null) {
      return false;
    }
    int fixed = Fingerprint.fixedWithin(head.length());
    List<Entry> alike =
        fixed == 0
            ? all
            : prefixes.getOrDefault(fixed, Map.of()).getOrDefault(head.hash(fixed), List.of());
    for (Entry entry : alike) {
      compared++;
      if (entry.fingerprint().length() > head.length()
          && !place.isAnotherSegmentThan(entry.tail().place())
          && entry.stands()) {
        return true;
      }
    }
    return false;
  }

  /** How many comparisons were made. */
  long compared() {
    return compared;
  }
}
