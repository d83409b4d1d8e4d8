package io.banwatch.flow;

import io.banwatch.policy.FileKeeping;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * A file of lines that a service appends to for ever, across crashes. Every line is whole before
 * the next begins; a line that a crash cut short is cut off when the file is opened again, and
 * whole lines are never changed, so that a reader may follow the file by offset.
 *
 * <p>After a crash the job repeats what it wrote since its last checkpoint. The lines are the same,
 * byte for byte, so those that the file holds already are passed over: asked to, it remembers the
 * hashes of all lines in the open file, those closed within a day, and the one closed before.
 */
final class LineFile implements Closeable {
  private static final long BYTES_PER_MEGABYTE = 1_000_000;

  /** No job that runs at all goes longer without a checkpoint. */
  private static final Duration LONGEST_REPEATED = Duration.ofDays(1);

  private final Path file;
  private final ClosedFiles closedFiles;
  private final FileKeeping keeping;
  private final Clock clock;
  private final boolean once;
  private final Set<Long> present = new HashSet<>();
  private FileChannel channel;
  private long size;
  private Instant since;

  private LineFile(
      Path file, ClosedFiles closedFiles, FileKeeping keeping, boolean once, Clock clock) {
    this.file = file;
    this.closedFiles = closedFiles;
    this.keeping = keeping;
    this.once = once;
    this.clock = clock;
  }

  /**
   * Opens a file, or begins it.
   *
   * @param once whether a line that stands there already is passed over
   * @param clock tells how old the file is, and names closed ones
   * @throws IOException when the file cannot be written
   */
  static LineFile open(Path file, FileKeeping keeping, boolean once, Clock clock)
      throws IOException {
    ClosedFiles closed = new ClosedFiles(file);
    closed.finish();
    closed.removeOlderThan(clock.instant().minus(Duration.ofDays(keeping.keepDays())));
    LineFile lines = new LineFile(file, closed, keeping, once, clock);
    if (once) {
      lines.rememberClosed();
    }
    lines.openChannel();
    return lines;
  }

  private void openChannel() throws IOException {
    // Not every file system knows when a file was begun: after a restart its last change counts.
    since = Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : clock.instant();
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    size = WholeLines.scan(channel, this::remember);
    channel.truncate(size);
    channel.position(size);
  }

  /**
   * Appends a line.
   *
   * @param line without its newline
   * @return whether it was written; false when it stood there already
   * @throws IOException when it cannot be written whole; nothing of it stays
   */
  boolean append(byte[] line) throws IOException {
    if (once && present.contains(hash(line))) {
      return false;
    }
    if (isDue()) {
      rotate();
    }
    ByteBuffer whole = ByteBuffer.wrap(Arrays.copyOf(line, line.length + 1));
    whole.put(line.length, (byte) '\n');
    try {
      while (whole.hasRemaining()) {
        channel.write(whole);
      }
    } catch (IOException e) {
      cutBack();
      throw e;
    }
    size += line.length + 1;
    remember(line);
    return true;
  }

  private void rememberClosed() throws IOException {
    closedFiles.eachLineSince(clock.instant().minus(LONGEST_REPEATED), this::remember);
  }

  private void remember(byte[] line) {
    if (once) {
      present.add(hash(line));
    }
  }

  /** A full disk may have taken half of a line; if it cannot be cut now, the next opening does. */
  private void cutBack() {
    try {
      channel.truncate(size);
      channel.position(size);
    } catch (IOException e) {
      // The failure to write is the one to tell of.
    }
  }

  private boolean isDue() {
    return size > 0
        && (size >= keeping.rotateMegabytes() * BYTES_PER_MEGABYTE
            || !clock.instant().isBefore(since.plus(Duration.ofHours(keeping.rotateHours()))));
  }

  private void rotate() throws IOException {
    sync();
    channel.close();
    present.clear();
    closedFiles.close(clock.instant());
    closedFiles.removeOlderThan(clock.instant().minus(Duration.ofDays(keeping.keepDays())));
    if (once) {
      rememberClosed();
    }
    openChannel();
  }

  /** Makes sure that all lines outlive the machine's fall. */
  void sync() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static long hash(byte[] line) {
    return MurmurHash3.hash128x64(line)[0];
  }
}
