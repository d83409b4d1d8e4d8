package io.banwatch.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What became of a file that was closed: {@code alerts-20261121T080000.000Z.jsonl.gz} beside {@code
 * alerts.jsonl}. A file is renamed first and gzipped then; when that was interrupted, {@link
 * #finish} does the rest.
 */
final class ClosedFiles {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String STAMP_PATTERN = "-\\d{8}T\\d{6}\\.\\d{3}Z";
  private static final String GZIPPED = ".gz";
  private static final String UNFINISHED = ".gz.tmp";

  private final Path file;
  private final String stem;
  private final String ending;

  /**
   * @param file the open one; its name has an ending
   */
  ClosedFiles(Path file) {
    this.file = file;
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    stem = name.substring(0, dot);
    ending = name.substring(dot);
  }

  /** Closes the open file under this moment's name, or the next that is free, and gzips it. */
  void close(Instant now) throws IOException {
    Instant moment = now;
    while (isTaken(moment)) {
      moment = moment.plusMillis(1);
    }
    Path plain = named(moment);
    Files.move(file, plain, StandardCopyOption.ATOMIC_MOVE);
    compress(plain);
  }

  private boolean isTaken(Instant moment) {
    Path plain = named(moment);
    return Files.exists(plain) || Files.exists(withEnding(plain, GZIPPED));
  }

  private Path named(Instant moment) {
    return file.resolveSibling(stem + "-" + STAMP.format(moment) + ending);
  }

  /** Gzips what a crash left plain. */
  void finish() throws IOException {
    for (Path unfinished : matching(Pattern.quote(ending + UNFINISHED))) {
      Files.delete(unfinished);
    }
    for (Path plain : matching(Pattern.quote(ending))) {
      compress(plain);
    }
  }

  private static void compress(Path plain) throws IOException {
    Path unfinished = withEnding(plain, UNFINISHED);
    try (InputStream in = Files.newInputStream(plain);
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
      in.transferTo(out);
    }
    try (FileChannel whole = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      whole.force(true);
    }
    Files.move(unfinished, withEnding(plain, GZIPPED), StandardCopyOption.ATOMIC_MOVE);
    Files.delete(plain);
  }

  /** Removes those closed before a moment, by the moment in their names. */
  void removeOlderThan(Instant moment) throws IOException {
    String oldest = withEnding(named(moment), GZIPPED).getFileName().toString();
    for (Path closed : matching(Pattern.quote(ending + GZIPPED))) {
      if (closed.getFileName().toString().compareTo(oldest) < 0) {
        Files.delete(closed);
      }
    }
  }

  /** The whole lines of the one closed last, if any. */
  void eachLineOfNewest(Consumer<byte[]> line) throws IOException {
    List<Path> closed = matching(Pattern.quote(ending + GZIPPED));
    if (closed.isEmpty()) {
      return;
    }
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(closed.get(closed.size() - 1)))) {
      WholeLines.scan(in, line);
    }
  }

  private List<Path> matching(String afterStamp) throws IOException {
    Pattern pattern = Pattern.compile(Pattern.quote(stem) + STAMP_PATTERN + afterStamp);
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      return files
          .filter(each -> pattern.matcher(each.getFileName().toString()).matches())
          .sorted(Comparator.comparing(each -> each.getFileName().toString()))
          .toList();
    }
  }

  private static Path withEnding(Path file, String more) {
    return file.resolveSibling(file.getFileName() + more);
  }
}
