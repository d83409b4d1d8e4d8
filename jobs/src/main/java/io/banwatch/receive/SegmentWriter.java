package io.banwatch.receive;

import io.banwatch.policy.UsageLogLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes to the open segment and opens the next one when it is full or old. Whatever fails is tried
 * again with the next lines. Written by one thread; what it tells of itself is safe to ask.
 */
final class SegmentWriter implements Closeable {
  private static final long MEGABYTE = 1L << 20;
  private static final long LONGEST_TIDYING_SECONDS = 60;

  private final Path directory;
  private final UsageLogLimits limits;
  private final InstantSource clock;
  private final Consumer<String> messages;
  private final SegmentFiles files;
  private final SegmentArchive archive;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(SegmentWriter::daemon);
  private DirectoryLock lock;
  private OpenSegment open;
  private SegmentName last = new SegmentName(Instant.EPOCH, 0);
  private volatile SegmentName openName;
  private final AtomicLong forceFailures = new AtomicLong();
  private volatile int segments;
  private volatile String fault;

  SegmentWriter(
      Path directory,
      UsageLogLimits limits,
      InstantSource clock,
      Consumer<String> messages,
      SegmentFiles files)
      throws IOException {
    this.directory = directory;
    this.limits = limits;
    this.clock = clock;
    this.messages = messages;
    this.files = files;
    archive = new SegmentArchive(directory, limits);
    lock = DirectoryLock.of(directory);
    try {
      open();
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "usage-log-archive");
    thread.setDaemon(true);
    return thread;
  }

  /** Writes lines and makes them durable. */
  void write(List<byte[]> lines) throws IOException {
    try {
      reopen();
      open.write(lines);
      force();
      fault = null;
    } catch (IOException | RuntimeException e) {
      fault = words(e);
      throw e;
    }
  }

  private static String words(Exception failure) {
    String words = failure.getMessage();
    return words == null ? failure.getClass().getSimpleName() : words;
  }

  /**
   * What the disk holds of a file that it refused to make durable is not known, and asking again
   * may be answered with yes wrongly: such a segment is never written again.
   */
  private void force() throws IOException {
    try {
      open.force();
    } catch (IOException e) {
      forceFailures.incrementAndGet();
      closeSegment();
      throw e;
    }
  }

  /** Opens a segment when none is open, or the open one was removed or replaced. */
  private void reopen() throws IOException {
    if (open != null && !open.isInPlace()) {
      messages.accept("the open segment " + open.name() + " was removed or replaced");
      closeSegment();
    }
    if (open == null) {
      if (!Files.isDirectory(directory)) {
        throw new NotDirectoryException("the directory " + directory + " is gone");
      }
      if (!lock.isInPlace()) {
        lock.close();
        lock = DirectoryLock.of(directory);
      }
      open();
    }
  }

  private void open() throws IOException {
    NavigableSet<SegmentName> names = archive.names();
    SegmentName newest = names.isEmpty() ? null : names.last();
    boolean goesOn =
        newest != null
            && newest.compareTo(last) > 0
            && !Files.exists(newest.compressedIn(directory));
    if (newest != null && newest.compareTo(last) > 0) {
      last = newest;
    }
    if (!goesOn) {
      last = last.next(clock.instant());
    }
    open = new OpenSegment(last, last.plainIn(directory), files);
    openName = last;
    segments = names.size() + (goesOn ? 0 : 1);
    tidy();
  }

  /** Closes the open segment when it is full or old; an empty one is kept. */
  void rotateWhenDue() {
    if (open == null || open.size() == 0) {
      return;
    }
    Instant due = open.name().openedAt().plus(Duration.ofMinutes(limits.segmentMinutes()));
    if (open.size() >= limits.segmentMegabytes() * MEGABYTE || !clock.instant().isBefore(due)) {
      closeSegment();
      try {
        open();
      } catch (IOException | RuntimeException e) {
        fault = words(e);
      }
    }
  }

  private void closeSegment() {
    try {
      open.close();
    } catch (IOException e) {
      messages.accept("cannot close the segment " + open.name() + ": " + e.getMessage());
    }
    open = null;
  }

  private void tidy() {
    background.execute(
        () -> {
          try {
            archive.tidy(openName, clock.instant());
            segments = archive.names().size();
          } catch (IOException | RuntimeException e) {
            messages.accept(
                "cannot compress or remove closed segments of "
                    + directory
                    + ", tried again with the next one: "
                    + e.getMessage());
          }
        });
  }

  long forceFailures() {
    return forceFailures.get();
  }

  int segments() {
    return segments;
  }

  String fault() {
    return fault;
  }

  @Override
  public void close() throws IOException {
    background.shutdown();
    try {
      if (!background.awaitTermination(LONGEST_TIDYING_SECONDS, TimeUnit.SECONDS)) {
        messages.accept("closed segments are compressed at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (open != null) {
      open.close();
    }
    lock.close();
  }
}
