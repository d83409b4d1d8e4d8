package io.banwatch.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** All files that are followed, and their chains. Used by the thread that reads. */
final class Tails {
  private static final Comparator<Tail> BY_PLACE =
      Comparator.comparing(Tail::place).thenComparingInt(Tail::number);

  private final Function<FollowedFile, Tail> maker;
  private final Map<Integer, Tail> byNumber = new TreeMap<>();
  private final Map<String, Integer> restored = new HashMap<>();
  private Map<String, List<Tail>> chains = Map.of();
  private int next;

  /**
   * @param maker makes a tail of what is known of a file
   */
  Tails(Function<FollowedFile, Tail> maker) {
    this.maker = maker;
  }

  /** Takes in what was known before a restart. What nothing was read of is found again. */
  void restore(FollowedFile file) {
    boolean read = !file.fingerprint().isNone() || !file.position().equals(ReadPosition.START);
    if (read) {
      byNumber.put(file.number(), maker.apply(file));
      restored.put(name(file), file.number());
    }
    next = Math.max(next, file.number() + 1);
  }

  /**
   * Takes in a file of the history; what was known of it before is forgotten.
   *
   * @param table is told
   */
  void adopt(FollowedFile file, FollowedTable table) {
    Integer before = restored.remove(name(file));
    if (before != null) {
      byNumber.remove(before);
      table.forget(before);
    }
    restore(file.numbered(next));
    Tail tail = byNumber.get(next - 1);
    if (tail != null) {
      table.learn(tail.toFile());
    }
  }

  private static String name(FollowedFile file) {
    return file.fileKey().isEmpty() ? file.source() : file.fileKey();
  }

  /**
   * Takes in a file that was not seen before.
   *
   * @param leftOut whether it is only remembered and not read
   */
  Tail add(Sighting sighting, LogHead head, boolean leftOut) {
    boolean known = head.isGzip() || leftOut;
    Fingerprint fingerprint = known ? head.fingerprint() : Fingerprint.NONE;
    long end = head.isGzip() ? ReadPosition.END : sighting.bytes();
    ReadPosition position = leftOut ? new ReadPosition(end, -1, 0) : ReadPosition.START;
    FollowedFile file =
        new FollowedFile(
            next,
            sighting.source(),
            sighting.fileKey(),
            sighting.bytes(),
            fingerprint,
            position,
            leftOut);
    Tail tail = maker.apply(file);
    tail.seeHead(head.fingerprint());
    byNumber.put(next, tail);
    next++;
    return tail;
  }

  void remove(Tail tail) {
    byNumber.remove(tail.number());
  }

  Tail get(int number) {
    return byNumber.get(number);
  }

  /** In the order in which they were found. */
  Collection<Tail> all() {
    return byNumber.values();
  }

  boolean isEmpty() {
    return byNumber.isEmpty();
  }

  /** The files by the file system's identity of them. */
  Map<String, Tail> byFileKey() {
    Map<String, Tail> byKey = new HashMap<>();
    for (Tail tail : byNumber.values()) {
      if (!tail.fileKey().isEmpty()) {
        byKey.put(tail.fileKey(), tail);
      }
    }
    return byKey;
  }

  /**
   * Puts each file in its chain, and seals those that another one follows, or that are gone.
   *
   * @param now milliseconds of the follower's clock
   * @param settleMillis after which a file is gone for good
   */
  void arrange(long now, long settleMillis) {
    Map<String, List<Tail>> arranged = new LinkedHashMap<>();
    for (Tail tail : byNumber.values()) {
      arranged.computeIfAbsent(tail.place().chain(), key -> new ArrayList<>(1)).add(tail);
    }
    for (List<Tail> chain : arranged.values()) {
      chain.sort(BY_PLACE);
      for (int i = 0; i < chain.size(); i++) {
        Tail tail = chain.get(i);
        boolean gone = !tail.isLocated() && now - tail.changedMillis() >= settleMillis;
        tail.seal(gone || i < chain.size() - 1);
      }
    }
    chains = arranged;
  }

  /** The files by chain, in the order in which they were written. */
  Map<String, List<Tail>> chains() {
    return chains;
  }

  /** What a checkpoint holds of them. */
  List<FollowedFile> toFiles() {
    return byNumber.values().stream().map(Tail::toFile).toList();
  }
}
