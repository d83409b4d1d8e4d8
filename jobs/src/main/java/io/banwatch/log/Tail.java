package io.banwatch.log;

import java.util.concurrent.Future;

/**
 * One file while it is followed: what was written to it once, wherever that stands now. Used by the
 * thread that reads.
 */
final class Tail {
  private final int number;
  private final TailReader reader;
  private final FileRecords records;
  private final ReadPosition start;
  private final boolean leftOut;
  private Sighting at;
  private Fingerprint seenHead = Fingerprint.NONE;
  private String fileKey;
  private String source;
  private long bytes;
  private boolean located;
  private boolean compressed;
  private boolean incomplete;
  private Future<Boolean> whole;
  private boolean sealed;
  private boolean drained;
  private boolean reading;
  private boolean failed;
  private long triedMillis;
  private long changed;

  /**
   * @param file what is known of it
   * @param reader reads it
   * @param records what the reader gives
   * @param now milliseconds of the follower's clock
   */
  Tail(FollowedFile file, TailReader reader, FileRecords records, long now) {
    number = file.number();
    start = file.position();
    leftOut = file.finished();
    fileKey = file.fileKey();
    source = file.source();
    bytes = file.bytes();
    drained = file.finished();
    this.reader = reader;
    this.records = records;
    changed = now;
  }

  int number() {
    return number;
  }

  TailReader reader() {
    return reader;
  }

  FileRecords records() {
    return records;
  }

  String source() {
    return source;
  }

  /** The file system's identity of it; empty once another content stands in that file. */
  String fileKey() {
    return fileKey;
  }

  ChainPlace place() {
    return at == null ? ChainPlace.of(source) : at.place();
  }

  /** How it was seen last; null before. */
  Sighting seenAt() {
    return at;
  }

  /** Whether it stood somewhere when the directory was looked at last. */
  boolean isLocated() {
    return located;
  }

  /** Whether it went away just now. */
  boolean isMissingSince(long now) {
    return !located && changed == now;
  }

  /** Whether what stands there is compressed. */
  boolean isCompressed() {
    return compressed;
  }

  void markCompressed() {
    compressed = true;
  }

  /** What it was seen to begin with before anything of it was read. */
  void seeHead(Fingerprint fingerprint) {
    seenHead = fingerprint;
    reader.head().expect(fingerprint);
  }

  /** What another file is compared with. */
  Fingerprint head() {
    return reader.fingerprint().isNone() ? seenHead : reader.fingerprint();
  }

  /** When it was last seen to change; milliseconds of the follower's clock. */
  long changedMillis() {
    return changed;
  }

  /** It stands there, the same content as before. */
  void see(Sighting sighting, long now) {
    boolean grew = sighting.bytes() != bytes || !located;
    if (grew || !sighting.source().equals(source)) {
      changed = now;
      reader.rename(sighting.toFile(number));
    }
    if (grew && compressed) {
      whole = null;
      incomplete = false;
    }
    remember(sighting);
    if (grew && !compressed && !leftOutAt(sighting) && sighting.bytes() > reader.offset()) {
      drained = false;
    }
  }

  private boolean leftOutAt(Sighting sighting) {
    return leftOut && sighting.bytes() == bytes;
  }

  private void remember(Sighting sighting) {
    at = sighting;
    source = sighting.source();
    fileKey = sighting.fileKey();
    bytes = sighting.bytes();
    located = true;
  }

  /** Its content stands in another file now. An open handle gives more than a compressed copy. */
  void moveTo(Sighting sighting, boolean isCompressed, long now) {
    remember(sighting);
    changed = now;
    compressed = isCompressed;
    whole = null;
    incomplete = false;
    reader.rename(sighting.toFile(number));
    if (!compressed) {
      drained = sighting.bytes() < reader.offset();
    }
    if (!compressed && !drained) {
      reader.close();
      reader.moveTo(sighting.toFile(number));
    }
  }

  /** It stands nowhere. An open handle may still give what was written to it. */
  void vanish(long now) {
    if (located) {
      located = false;
      changed = now;
    }
  }

  /** Other content stands where it was. */
  void overwritten(long now) {
    vanish(now);
    fileKey = "";
    reader.lose();
  }

  /** It will not be read any more, unless it comes back. */
  void giveUp() {
    drained = true;
  }

  /** Whether another file follows it; if so it is read to its end once more. */
  void seal(boolean follows) {
    if (follows && !sealed) {
      reader.resume();
    }
    sealed = follows;
  }

  /** Whether all of it was read and it is another's turn. */
  boolean isDrained() {
    return drained;
  }

  /** Judges, at the end of what is there, whether all of it was read. */
  void judge() {
    boolean ended = reader.ended() && reader.failure() == null && !reader.isLost();
    drained = drained || (ended && (reader.isArchive() || (sealed && !reader.isInside())));
  }

  /** Whether its records are being taken. */
  boolean isReading() {
    return reading;
  }

  void reading(boolean now) {
    reading = now;
    failed = failed && reader.failure() != null;
  }

  /** Takes note that it could not be read; returns whether that is news. */
  boolean noteFailure(long now) {
    boolean news = !failed;
    failed = true;
    triedMillis = now;
    return news;
  }

  /** Whether its content has to be read from a compressed file from now on. */
  boolean needsArchive() {
    return compressed && !drained && !reader.isArchive() && !reader.isOpen();
  }

  /** The answer to whether the compressed file is whole, or null while nobody asked. */
  Future<Boolean> whole() {
    return whole;
  }

  void whole(Future<Boolean> answer) {
    whole = answer;
  }

  /** Takes note of that answer. */
  void answer(boolean isWhole) {
    incomplete = !isWhole;
    if (isWhole) {
      reader.moveToArchive(at.toFile(number));
    }
  }

  /**
   * Whether reading it may give something now; makes it ready to be read.
   *
   * @param now milliseconds of the follower's clock
   */
  boolean takeUp(long now, FollowPace pace) {
    if (reader.isLost() || (!located && !reader.isOpen())) {
      return false;
    }
    if (failed) {
      if (now - triedMillis < pace.retryMillis()) {
        return false;
      }
      reader.resume();
      return true;
    }
    long size = reader.isOpen() ? reader.sizeNow() : bytes;
    if (!reader.ended() || reader.isArchive()) {
      return !reader.ended() || !drained;
    }
    if (size != reader.size()) {
      changed = now;
      reader.resume();
      return true;
    }
    if (sealed && reader.isInside() && now - changed >= pace.settleMillis()) {
      reader.finish();
      return true;
    }
    return sealed && !reader.isInside();
  }

  /** Whether the files after it in its chain have to wait. */
  boolean holdsChain(long now, FollowPace pace) {
    if (failed || drained) {
      return false;
    }
    boolean settled = now - changed >= pace.settleMillis();
    if (incomplete && settled) {
      reader.moveToArchive(at.toFile(number));
    }
    return located || reader.isOpen() || !settled;
  }

  /** How many bytes on disk were not read; of a compressed file, all or none. */
  long behind() {
    if (drained || !located) {
      return 0;
    }
    return compressed ? bytes : Math.max(0, bytes - reader.offset());
  }

  /** Whether bytes stood behind what was read; not known of a compressed file. */
  boolean hasRest() {
    return bytes > reader.offset();
  }

  FollowedFile toFile() {
    return new FollowedFile(number, source, fileKey, bytes, reader.fingerprint(), start, leftOut);
  }
}
