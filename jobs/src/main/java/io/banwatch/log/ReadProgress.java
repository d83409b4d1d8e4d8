package io.banwatch.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far a source has read, for a progress line and a summary. The source writes, whoever wants to
 * know asks: {@link UsageLogSource#progress()}.
 *
 * <p>It is found by the source's token in a table of this JVM, because a source travels to its
 * threads as a copy. On a cluster the one who started the job sees nothing here; there the source's
 * {@code numBytesIn} metric tells. What an attempt that failed had read is not counted again.
 */
public final class ReadProgress {
  private static final Map<String, ReadProgress> BY_TOKEN = new ConcurrentHashMap<>();

  private final AtomicLong totalBytes = new AtomicLong();
  private final AtomicLong readBytes = new AtomicLong();
  private final AtomicLong uncompressedBytes = new AtomicLong();
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong finishedFiles = new AtomicLong();
  private final AtomicLong behindBytes = new AtomicLong();
  private final AtomicLong openFiles = new AtomicLong();
  private final AtomicLong records = new AtomicLong();
  private final AtomicLong lastRecordMillis = new AtomicLong();
  private final AtomicBoolean caughtUp = new AtomicBoolean();

  /** The progress of the source with this token. */
  public static ReadProgress of(String token) {
    return BY_TOKEN.computeIfAbsent(token, unused -> new ReadProgress());
  }

  /** Nobody will ask for this source's progress any more. */
  static void forget(String token) {
    BY_TOKEN.remove(token);
  }

  void found(long numberOfFiles, long bytes) {
    files.set(numberOfFiles);
    totalBytes.set(bytes);
  }

  /** Reading starts, or starts again. */
  void restart() {
    readBytes.set(0);
    uncompressedBytes.set(0);
    records.set(0);
    finishedFiles.set(0);
  }

  /** A reader of a log that is followed starts. */
  void startFollowing() {
    caughtUp.set(false);
  }

  /** It has looked, and nothing more was at hand. */
  void nothingAtHand() {
    caughtUp.set(true);
  }

  /** A log is followed. */
  void following(long numberOfFiles, long bytesBehind, long numberOpen) {
    files.set(numberOfFiles);
    behindBytes.set(bytesBehind);
    openFiles.set(numberOpen);
  }

  /** Records of a followed log were handed on. */
  void followedRecords(long number) {
    records(number);
    lastRecordMillis.set(System.currentTimeMillis());
  }

  void read(long bytes) {
    readBytes.addAndGet(bytes);
  }

  void uncompressed(long bytes) {
    uncompressedBytes.addAndGet(bytes);
  }

  void records(long number) {
    records.addAndGet(number);
  }

  void finishedFile() {
    finishedFiles.incrementAndGet();
  }

  /** Bytes of all files on disk, compressed or not; 0 until known, and for standard input. */
  public long totalBytes() {
    return totalBytes.get();
  }

  /** How many of {@link #totalBytes()} were read. Read, not yet judged: a few blocks ahead. */
  public long readBytes() {
    return readBytes.get();
  }

  /** The same bytes after decompression: what {@code bytes} in the summary counts. */
  public long uncompressedBytes() {
    return uncompressedBytes.get();
  }

  /** Bytes on disk that were not read when a followed log was looked at last. */
  public long behindBytes() {
    return behindBytes.get();
  }

  /**
   * Whether the reader of a followed log has come to the log's end since it was started. Until then
   * it is not the log that is silent.
   */
  public boolean hasCaughtUp() {
    return caughtUp.get();
  }

  /** How many files of a followed log are open. */
  public long openFiles() {
    return openFiles.get();
  }

  /** Records that were handed on, whatever became of their values. */
  public long records() {
    return records.get();
  }

  /** When a record of a followed log was read last, by the wall clock; 0 before the first. */
  public long lastRecordMillis() {
    return lastRecordMillis.get();
  }

  /** How many files the log has; 0 until known. */
  public long files() {
    return files.get();
  }

  /** How many of them were read to their end. */
  public long finishedFiles() {
    return finishedFiles.get();
  }
}
