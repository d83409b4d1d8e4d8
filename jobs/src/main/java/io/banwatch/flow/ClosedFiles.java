package io.banwatch.flow;

import io.banwatch.lines.DamagedArchiveException;
import io.banwatch.lines.RotatedNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What became of a file that was closed: {@code alerts-20261121T080000.000Z.jsonl.gz} beside {@code
 * alerts.jsonl}. A file is renamed first and gzipped then; when that was interrupted, {@link
 * #finish} does the rest.
 */
final class ClosedFiles {
  private final RotatedNames names;

  /**
   * @param file the open one; its name has an ending
   */
  ClosedFiles(Path file) {
    names = new RotatedNames(file);
  }

  /** Closes the open file under this moment's name, or the next that is free, and gzips it. */
  void close(Instant now) throws IOException {
    Instant moment = now;
    while (isTaken(moment)) {
      moment = moment.plusMillis(1);
    }
    Path plain = names.closedAt(moment);
    Files.move(names.open(), plain, StandardCopyOption.ATOMIC_MOVE);
    compress(plain);
  }

  private boolean isTaken(Instant moment) {
    Path plain = names.closedAt(moment);
    return Files.exists(plain) || Files.exists(RotatedNames.gzipped(plain));
  }

  /** Gzips what a crash left plain. */
  void finish() throws IOException {
    for (Path unfinished : compressed(RotatedNames.UNFINISHED)) {
      Files.delete(unfinished);
    }
    for (Path plain : compressed("")) {
      compress(plain);
    }
  }

  private static void compress(Path plain) throws IOException {
    Path unfinished = RotatedNames.unfinished(plain);
    try (InputStream in = Files.newInputStream(plain);
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
      in.transferTo(out);
    }
    try (FileChannel whole = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      whole.force(true);
    }
    Files.move(unfinished, RotatedNames.gzipped(plain), StandardCopyOption.ATOMIC_MOVE);
    Files.delete(plain);
  }

  /** Removes those closed before a moment, by the moment in their names. */
  void removeOlderThan(Instant moment) throws IOException {
    for (Path closed : compressed(RotatedNames.GZIPPED)) {
      if (isBefore(closed, moment)) {
        // Whoever reads the log may have removed it as well, once it was passed.
        Files.deleteIfExists(closed);
      }
    }
  }

  /** The whole lines of those closed since a moment, and of the one closed last before it. */
  void eachLineSince(Instant moment, Consumer<byte[]> line) throws IOException {
    List<Path> closed = compressed(RotatedNames.GZIPPED);
    for (int i = closed.size() - 1; i >= 0; i--) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(closed.get(i)))) {
        WholeLines.scan(in, line);
      } catch (NoSuchFileException e) {
        // Its reader has removed it since it was listed.
      } catch (IOException e) {
        throw DamagedArchiveException.of(closed.get(i), e);
      }
      if (isBefore(closed.get(i), moment)) {
        return;
      }
    }
  }

  private boolean isBefore(Path closed, Instant moment) {
    Path then = RotatedNames.gzipped(names.closedAt(moment));
    return closed.getFileName().toString().compareTo(then.getFileName().toString()) < 0;
  }

  /** Oldest first. */
  private List<Path> compressed(String compression) throws IOException {
    try (Stream<Path> files = Files.list(names.open().getParent())) {
      return files
          .filter(
              each ->
                  names.closed(each).filter(c -> c.compression().equals(compression)).isPresent())
          .sorted(Comparator.comparing(each -> each.getFileName().toString()))
          .toList();
    }
  }
}
