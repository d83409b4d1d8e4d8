package io.banwatch.tell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one log: {@code alerts-20261121T080000.000Z.jsonl.gz} and the like, closed, and
 * {@code alerts.jsonl}, which grows.
 */
final class LineFiles {
  static final String GZIPPED = ".gz";

  private final Path open;
  private final Pattern closed;

  /**
   * @param open the one that grows; its name has an ending
   */
  LineFiles(Path open) {
    this.open = open.toAbsolutePath();
    String name = open.getFileName().toString();
    int dot = name.lastIndexOf('.');
    closed =
        Pattern.compile(
            Pattern.quote(name.substring(0, dot))
                + "-(\\d{8}T\\d{6}\\.\\d{3}Z)"
                + Pattern.quote(name.substring(dot))
                + "(\\.gz)?");
  }

  /** The one that grows. */
  Path open() {
    return open;
  }

  /** Those that exist, oldest first. Of a file that is being gzipped, the whole one. */
  List<Path> list() throws IOException {
    TreeMap<String, Path> byStamp = new TreeMap<>();
    try (Stream<Path> files = Files.list(open.getParent())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher name = closed.matcher(file.getFileName().toString());
        if (name.matches() && (name.group(2) != null || !byStamp.containsKey(name.group(1)))) {
          byStamp.put(name.group(1), file);
        }
      }
    } catch (NoSuchFileException e) {
      return List.of();
    }
    List<Path> ordered = new ArrayList<>(byStamp.values());
    if (Files.exists(open)) {
      ordered.add(open);
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
  Path after(String head) throws IOException {
    List<Path> files = list();
    for (int i = files.size() - 1; i >= 0 && !head.isEmpty(); i--) {
      if (head.equals(headOf(files.get(i)))) {
        return i + 1 < files.size() ? files.get(i + 1) : null;
      }
    }
    return files.isEmpty() ? null : files.get(0);
  }

  /** The file with this head, or null. */
  Path find(String head) throws IOException {
    List<Path> files = list();
    for (int i = files.size() - 1; i >= 0; i--) {
      if (head.equals(headOf(files.get(i)))) {
        return files.get(i);
      }
    }
    return null;
  }

  /**
   * @throws NoSuchFileException when it was renamed or removed this moment: looking again finds it
   */
  private static String headOf(Path file) throws IOException {
    try (LineFileReader reader = LineFileReader.open(file)) {
      return reader.head();
    }
  }
}
