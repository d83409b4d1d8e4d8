package io.banwatch.tell;

import io.banwatch.lines.RotatedNames;
import io.banwatch.policy.FileKeeping;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of lines that begins anew when it has grown large or old. Closed ones stand beside it
 * under the time of their closing, {@code dead-letters-20261121T080000.000Z.jsonl}, and are removed
 * after a while; they are few and small, so they stay as they are.
 */
final class RotatedFile implements Closeable {
  private static final long BYTES_PER_MEGABYTE = 1_000_000;

  private final RotatedNames names;
  private final FileKeeping keeping;
  private final InstantSource clock;
  private AppendedFile lines;
  private Instant since;
  private boolean removesOld;

  private RotatedFile(RotatedNames names, FileKeeping keeping, InstantSource clock) {
    this.names = names;
    this.keeping = keeping;
    this.clock = clock;
  }

  /**
   * Opens a file, or begins it.
   *
   * @param clock tells how old the file is, and names closed ones
   */
  static RotatedFile open(Path file, FileKeeping keeping, InstantSource clock) throws IOException {
    RotatedFile opened = openToAppend(file, keeping, clock);
    opened.removesOld = true;
    opened.removeOld();
    return opened;
  }

  /** The same, for one who does not know how long closed ones are kept, and removes none. */
  static RotatedFile openToAppend(Path file, FileKeeping keeping, InstantSource clock)
      throws IOException {
    RotatedFile opened = new RotatedFile(new RotatedNames(file), keeping, clock);
    opened.openLines();
    opened.rotateIfDue();
    return opened;
  }

  private void openLines() throws IOException {
    Path file = names.open();
    // Not every file system knows when a file was begun: after a restart its last change counts.
    since = Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : clock.instant();
    lines = AppendedFile.open(file);
  }

  /**
   * Appends a line.
   *
   * @param line without its end
   */
  void append(byte[] line) throws IOException {
    rotateIfDue();
    lines.append(line);
  }

  /** Makes sure that all lines outlive the machine's fall. */
  void sync() throws IOException {
    lines.sync();
    rotateIfDue();
  }

  private void rotateIfDue() throws IOException {
    Instant now = clock.instant();
    boolean old = !now.isBefore(since.plus(Duration.ofHours(keeping.rotateHours())));
    boolean large = lines.size() >= keeping.rotateMegabytes() * BYTES_PER_MEGABYTE;
    if (lines.size() > 0 && (old || large)) {
      lines.sync();
      lines.close();
      Instant moment = now;
      while (Files.exists(names.closedAt(moment))) {
        moment = moment.plusMillis(1);
      }
      Files.move(names.open(), names.closedAt(moment), StandardCopyOption.ATOMIC_MOVE);
      openLines();
    }
    if (old) {
      since = now;
      removeOld();
    }
  }

  private void removeOld() throws IOException {
    if (removesOld) {
      removeOld(names, clock.instant().minus(Duration.ofDays(keeping.keepDays())));
    }
  }

  /** Removes the files of a log that were closed before a moment. */
  static void removeOld(RotatedNames names, Instant moment) throws IOException {
    String bound = names.closedAt(moment).getFileName().toString();
    for (Path closed : closed(names)) {
      if (closed.getFileName().toString().compareTo(bound) < 0) {
        Files.deleteIfExists(closed);
      }
    }
  }

  /** All files of a log that exist, oldest first, the open one last. */
  static List<Path> all(Path open) throws IOException {
    RotatedNames names = new RotatedNames(open);
    List<Path> files = new ArrayList<>(closed(names));
    if (Files.exists(open)) {
      files.add(open);
    }
    return files;
  }

  /** The whole ones; of one that is plain and compressed at this moment, both. */
  private static List<Path> closed(RotatedNames names) throws IOException {
    try (Stream<Path> files = Files.list(names.open().getParent())) {
      return files
          .filter(
              file ->
                  names
                      .closed(file)
                      .filter(each -> !each.compression().equals(RotatedNames.UNFINISHED))
                      .isPresent())
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
