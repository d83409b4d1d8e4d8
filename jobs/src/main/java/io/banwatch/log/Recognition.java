package io.banwatch.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which file is which when a directory is looked at: the same, renamed, compressed, copied
 * and then cut, gone, or new. By the file system's identity first, then by the {@link Fingerprint}.
 * A file that begins as another that still stands there is a copy of it, and is not read unless the
 * other goes away or is overwritten; but Banwatch's own segments, which may all begin with the same
 * rejections, are what their names say. Used by the thread that reads.
 */
final class Recognition {
  private static final Comparator<Sighting> BY_PLACE =
      Comparator.comparing(Sighting::place).thenComparing(Sighting::source);

  private final Tails tails;
  private final LogBytes bytes;
  private final LogNotices notices;
  private final long settleMillis;
  private final Map<String, Doubt> doubts = new HashMap<>();
  private final Map<String, Copy> copies = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();
  private HeadIndex heads;
  private long compared;

  /** A file of which it cannot be told yet which it is. */
  private record Doubt(Sighting sighting, long since) {}

  /** A file and another with the same content, as both were seen. */
  private record Copy(Sighting copy, Sighting original) {}

  Recognition(Tails tails, LogBytes bytes, LogNotices notices, long settleMillis) {
    this.tails = tails;
    this.bytes = bytes;
    this.notices = notices;
    this.settleMillis = settleMillis;
  }

  /**
   * Takes note of what stands there now.
   *
   * @param sightings all files
   * @param first whether nothing was ever read of this log: then files that are not named are left
   *     out
   * @param now milliseconds of the follower's clock
   */
  void recognise(List<Sighting> sightings, boolean first, long now) {
    Map<String, Tail> byKey = tails.byFileKey();
    Set<Tail> seen = new HashSet<>();
    List<Sighting> others = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Sighting sighting : sightings) {
      keys.add(sighting.fileKey());
      Tail tail = byKey.get(sighting.fileKey());
      if (tail == null) {
        others.add(sighting);
      } else if (isStill(tail, sighting, now)) {
        seen.add(tail);
      } else {
        others.add(sighting);
      }
    }
    doubts.keySet().retainAll(keys);
    copies.keySet().retainAll(keys);
    unreadable.retainAll(keys);
    for (Tail tail : List.copyOf(tails.all())) {
      if (!seen.contains(tail)) {
        tail.vanish(now);
      }
    }
    others.sort(BY_PLACE);
    for (Sighting sighting : others) {
      if (sighting.bytes() > 0 && !isKnownCopy(sighting, byKey)) {
        identify(sighting, first, now);
      }
    }
    compared += heads == null ? 0 : heads.compared();
    heads = null;
  }

  /**
   * How often a file's head was compared with another's; must not grow with the square of files.
   */
  long compared() {
    return compared;
  }

  private boolean isKnownCopy(Sighting sighting, Map<String, Tail> byKey) {
    Copy copy = copies.get(sighting.fileKey());
    if (copy == null || !copy.copy().isUnchanged(sighting)) {
      return false;
    }
    Tail original = byKey.get(copy.original().fileKey());
    return original != null
        && original.isLocated()
        && copy.original().isUnchanged(original.seenAt());
  }

  /** Made when a look needs it first, for most need none. */
  private HeadIndex heads() {
    if (heads == null) {
      heads = new HeadIndex();
      tails.all().forEach(heads::add);
    }
    return heads;
  }

  /** Whether the content that was followed in a file stands there still; takes note of it. */
  private boolean isStill(Tail tail, Sighting sighting, long now) {
    if (sighting.place().isAnotherSegmentThan(tail.place())) {
      // The file system gives the identity of a file that was removed to the next one.
      doubts.remove(sighting.fileKey());
      overwritten(tail, now);
      return false;
    }
    boolean unchanged =
        tail.isLocated()
            && !tail.reader().isLost()
            && !tail.seenAt().fresh()
            && sighting.isUnchanged(tail.seenAt());
    Fingerprint.Match match = unchanged ? Fingerprint.Match.SAME : compare(tail, sighting);
    if (match == Fingerprint.Match.UNDECIDED && isSettled(sighting, now)) {
      match = Fingerprint.Match.OTHER;
    }
    return switch (match) {
      case SAME -> {
        doubts.remove(sighting.fileKey());
        yield isContinued(tail, sighting, unchanged, now);
      }
      case UNDECIDED -> true;
      case OTHER -> {
        doubts.remove(sighting.fileKey());
        notices.tell(sighting.source(), "was cut or overwritten, and is read from its beginning");
        overwritten(tail, now);
        yield false;
      }
    };
  }

  /** The same head: the file may have been cut behind it. */
  private boolean isContinued(Tail tail, Sighting sighting, boolean unchanged, long now) {
    long read = tail.reader().offset();
    boolean cut =
        !tail.isCompressed() && !tail.isDrained() && !unchanged && sighting.bytes() < read;
    if (cut && !isSettled(sighting, now)) {
      return true;
    }
    tail.see(sighting, now);
    if (cut) {
      notices.tell(sighting.source(), "was cut; it is read on from its new end");
      tail.reader().skipTo(sighting.bytes());
    }
    if (tail.reader().isLost()) {
      tail.reader().moveTo(sighting.toFile(tail.number()));
    }
    return true;
  }

  private Fingerprint.Match compare(Tail tail, Sighting sighting) {
    Fingerprint fingerprint = tail.head();
    if (fingerprint.isNone()) {
      boolean fits = sighting.bytes() > 0 && sighting.bytes() >= tail.reader().offset();
      return fits ? Fingerprint.Match.SAME : Fingerprint.Match.OTHER;
    }
    if (sighting.bytes() == 0) {
      return Fingerprint.Match.OTHER;
    }
    try {
      LogHead head = LogHead.of(bytes, sighting.source(), Fingerprint.MOST);
      if (!LogWatch.isStillAt(sighting)) {
        return Fingerprint.Match.SAME;
      }
      if (head.isGzip()) {
        tail.markCompressed();
      }
      return head.match(fingerprint);
    } catch (IOException e) {
      // Reading it, if anything is left to read, says what is wrong.
      return Fingerprint.Match.SAME;
    }
  }

  private void overwritten(Tail tail, long now) {
    tail.overwritten(now);
    if (tail.reader().fingerprint().isNone()) {
      // Nothing of it was handed on that could be met again.
      tail.records().rest();
      tails.remove(tail);
    }
  }

  /** Whether a file of which something is in doubt does not change any more. */
  private boolean isSettled(Sighting sighting, long now) {
    Doubt doubt = doubts.get(sighting.fileKey());
    if (doubt == null || !doubt.sighting().isUnchanged(sighting)) {
      doubts.put(sighting.fileKey(), new Doubt(sighting, now));
      return false;
    }
    return now - doubt.since() >= settleMillis;
  }

  /** Finds out what a file is that was not known by the file system's identity. */
  private void identify(Sighting sighting, boolean first, long now) {
    LogHead head;
    try {
      head = LogHead.of(bytes, sighting.source(), Fingerprint.MOST);
    } catch (NoSuchFileException e) {
      // It was renamed or removed since it was seen: the next look tells.
      return;
    } catch (IOException e) {
      if (unreadable.add(sighting.fileKey())) {
        notices.tell(sighting.source(), "cannot be read: " + BlockReader.cause(e));
      }
      return;
    }
    if (!LogWatch.isStillAt(sighting)) {
      // It was renamed meanwhile, and that may have been another file's head: the next look tells.
      return;
    }
    Candidates candidates = Candidates.of(head, sighting.place(), heads());
    boolean unclear = candidates.undecided() || head.isEmpty();
    if (candidates.gone() != null) {
      candidates.gone().moveTo(sighting, head.isGzip(), now);
      if (head.isGzip()) {
        candidates.gone().reader().head().know(head.fingerprint());
        heads().add(candidates.gone());
      }
    } else if (candidates.standing() != null && isCopy(sighting, candidates.standing())) {
      takeLonger(candidates.standing(), sighting, head, now);
    } else if (candidates.standing() != null && !isCertain(candidates.standing())) {
      // The other was cut and has other bytes, too few to tell: the next looks do.
      return;
    } else if (!unclear || isSettled(sighting, now)) {
      Tail tail = tails.add(sighting, head, first && !sighting.named());
      tail.see(sighting, now);
      if (head.isGzip()) {
        tail.markCompressed();
      }
      heads().add(tail);
    }
  }

  /** Of a file and its copy the longer one is read: which of them grows, only time tells. */
  private void takeLonger(Tail standing, Sighting copy, LogHead head, long now) {
    boolean longer =
        !head.isGzip() && !standing.isCompressed() && copy.bytes() > standing.seenAt().bytes();
    if (longer) {
      standing.moveTo(copy, false, now);
    } else {
      copies.put(copy.fileKey(), new Copy(copy, standing.seenAt()));
    }
  }

  /** Whether a file has what was followed in it, beyond doubt. */
  private boolean isCertain(Tail standing) {
    try {
      LogHead head = LogHead.of(bytes, standing.source(), Fingerprint.MOST);
      return head.match(standing.head()) == Fingerprint.Match.SAME;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isCopy(Sighting sighting, Tail standing) {
    try {
      return LogHead.areSame(bytes, sighting.source(), standing.source());
    } catch (IOException e) {
      // One of them went away: the next look tells which.
      return true;
    }
  }
}
