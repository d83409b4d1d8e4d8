package io.banwatch.lines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of one log: those that were closed, by their names, and the one that grows. */
final class LineFiles {
  /**
   * A directory that changes while it is listed may hide a file that is being renamed. Its next
   * renaming is a compression away.
   */
  private static final int LOOKS = 2;

  private final RotatedNames names;

  /** Of closed files by their stamps, which say the same for ever. */
  private final Map<String, String> heads = new HashMap<>();

  /**
   * @param open the one that grows; its name has an ending
   */
  LineFiles(Path open) {
    names = new RotatedNames(open);
  }

  /** The one that grows. */
  Path open() {
    return names.open();
  }

  /** Those that exist, oldest first. Of a file that is being gzipped, the whole one. */
  List<Path> list() throws IOException {
    TreeMap<String, Path> byStamp = new TreeMap<>();
    try (Stream<Path> files = Files.list(open().getParent())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Optional<RotatedNames.Closed> closed = names.closed(file);
        if (closed.isEmpty() || closed.get().compression().equals(RotatedNames.UNFINISHED)) {
          continue;
        }
        boolean whole = closed.get().compression().equals(RotatedNames.GZIPPED);
        if (whole || !byStamp.containsKey(closed.get().stamp())) {
          byStamp.put(closed.get().stamp(), file);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    List<Path> ordered = new ArrayList<>(byStamp.values());
    if (Files.exists(open())) {
      ordered.add(open());
    }
    return ordered;
  }

  /**
   * The file that follows another.
   *
   * @param head the other's, or empty for the first of all
   * @return null when there is none yet. When the other is gone, the oldest: files go from the
   *     oldest on
   */
  Next after(String head) throws IOException {
    List<Path> files = list();
    for (int look = 0; look < LOOKS && !head.isEmpty(); look++) {
      int at = indexOf(head, files);
      if (at >= 0) {
        return at + 1 < files.size() ? new Next(files.get(at + 1), false) : null;
      }
      files = list();
    }
    return files.isEmpty() ? null : new Next(files.get(0), !head.isEmpty());
  }

  /** The file with this head, or null. */
  Path find(String head) throws IOException {
    for (int look = 0; look < LOOKS; look++) {
      List<Path> files = list();
      int at = indexOf(head, files);
      if (at >= 0) {
        return files.get(at);
      }
    }
    return null;
  }

  /** The closed and compressed files before the one with this head; none when that is gone. */
  List<Path> gzippedBefore(String head) throws IOException {
    List<Path> files = list();
    int at = head.isEmpty() ? -1 : indexOf(head, files);
    return files.subList(0, Math.max(0, at)).stream()
        .filter(file -> file.toString().endsWith(RotatedNames.GZIPPED))
        .toList();
  }

  /**
   * How many bytes, uncompressed, stand after a place.
   *
   * @throws NoSuchFileException as {@link #indexOf}
   */
  long bytesAfter(LinePosition position) throws IOException {
    List<Path> files = list();
    int at = position.head().isEmpty() ? -1 : indexOf(position.head(), files);
    long bytes = at < 0 ? 0 : -position.offset();
    for (Path file : files.subList(Math.max(0, at), files.size())) {
      bytes += LineFileReader.uncompressedBytes(file);
    }
    return Math.max(0, bytes);
  }

  /**
   * Which of the files has a head; the newest first, since that is the likeliest.
   *
   * @return -1 for none
   * @throws NoSuchFileException when one was renamed or removed this moment: looking again finds it
   */
  private int indexOf(String head, List<Path> files) throws IOException {
    for (int i = files.size() - 1; i >= 0; i--) {
      if (head.equals(headOf(files.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  private String headOf(Path file) throws IOException {
    String stamp = names.closed(file).map(RotatedNames.Closed::stamp).orElse(null);
    String known = stamp == null ? null : heads.get(stamp);
    if (known != null) {
      return known;
    }
    try (LineFileReader reader = LineFileReader.open(file)) {
      String head = reader.head();
      if (stamp != null && head != null) {
        heads.put(stamp, head);
      }
      return head;
    }
  }

  /**
   * What is read next.
   *
   * @param file the file
   * @param gap whether files before it were removed that were not read to their end, as far as
   *     anybody knows
   */
  record Next(Path file, boolean gap) {}
}
