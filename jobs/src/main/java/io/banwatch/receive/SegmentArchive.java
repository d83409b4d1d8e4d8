package io.banwatch.receive;

import io.banwatch.policy.UsageLogLimits;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Closed segments: compresses them, and removes those that are too old or too many.
 *
 * <p>A compressed segment is written whole under a hidden name, made durable, renamed, and only
 * then the plain file is removed, which a follower may still have open. A crash in between leaves
 * both files of one name: the same records. The compressed one then counts, since it got its name
 * when it was complete; if its length does not fit, it is made anew.
 */
final class SegmentArchive {
  private static final int BUFFER = 1 << 16;
  private static final int SHORTEST_GZIP = 18;
  private static final long GIGABYTE = 1L << 30;

  private final Path directory;
  private final UsageLogLimits limits;

  SegmentArchive(Path directory, UsageLogLimits limits) {
    this.directory = directory;
    this.limits = limits;
  }

  /** The segments of the directory, the oldest first. */
  NavigableSet<SegmentName> names() throws IOException {
    NavigableSet<SegmentName> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.map(SegmentName::of).filter(name -> name != null).forEach(names::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return names;
  }

  /**
   * Removes what is no longer kept and compresses what is closed, the oldest first. One that cannot
   * be compressed keeps no other from it.
   *
   * @param open the segment that is written, or null; it is left alone, as all later ones are
   */
  void tidy(SegmentName open, Instant now) throws IOException {
    NavigableSet<SegmentName> names = names();
    List<SegmentName> closed = new ArrayList<>(open == null ? names : names.headSet(open, false));
    retain(closed, names, now);
    IOException failure = null;
    for (SegmentName name : closed) {
      try {
        compress(name);
      } catch (IOException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void retain(List<SegmentName> closed, NavigableSet<SegmentName> all, Instant now)
      throws IOException {
    Instant oldest = now.minus(Duration.ofDays(limits.keepDays()));
    long room = limits.keepGigabytes() * GIGABYTE;
    long used = 0;
    for (SegmentName name : all) {
      used += bytes(name);
    }
    while (!closed.isEmpty()) {
      SegmentName first = closed.get(0);
      SegmentName next = all.higher(first);
      boolean old = next != null && next.openedAt().isBefore(oldest);
      if (!old && used <= room) {
        return;
      }
      used -= bytes(first);
      Files.deleteIfExists(first.plainIn(directory));
      Files.deleteIfExists(first.compressedIn(directory));
      Files.deleteIfExists(first.unfinishedIn(directory));
      closed.remove(0);
    }
  }

  private long bytes(SegmentName name) throws IOException {
    return size(name.plainIn(directory)) + size(name.compressedIn(directory));
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  private void compress(SegmentName name) throws IOException {
    Path plain = name.plainIn(directory);
    Path compressed = name.compressedIn(directory);
    Path unfinished = name.unfinishedIn(directory);
    if (!Files.exists(plain)) {
      return;
    }
    if (!Files.exists(compressed) || !isOf(compressed, Files.size(plain))) {
      try {
        write(plain, unfinished);
        Files.setLastModifiedTime(unfinished, Files.getLastModifiedTime(plain));
        Files.move(unfinished, compressed, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      ChannelFile.forceDirectory(directory);
    }
    Files.delete(plain);
  }

  private static void write(Path plain, Path unfinished) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        OutputStream buffered =
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        GZIPOutputStream out = new GZIPOutputStream(buffered, BUFFER);
        InputStream in = Files.newInputStream(plain)) {
      in.transferTo(out);
      out.finish();
      buffered.flush();
      channel.force(true);
    }
  }

  /** By the length in the last four bytes of a gzip file, modulo 2^32 (RFC 1952). */
  private static boolean isOf(Path compressed, long plainBytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(compressed.toFile(), "r")) {
      if (file.length() < SHORTEST_GZIP) {
        return false;
      }
      file.seek(file.length() - Integer.BYTES);
      return Integer.reverseBytes(file.readInt()) == (int) plainBytes;
    }
  }
}
