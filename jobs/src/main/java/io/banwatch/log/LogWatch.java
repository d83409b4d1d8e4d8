package io.banwatch.log;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Looks for the files of a log that is followed: all below a directory; those that match a pattern
 * with {@code *}, <code>?</code>, {@code [} or <code>{</code>, or one that may not exist yet, and
 * what they were rotated to. Hidden files, {@code *.tmp} and what is no file do not count.
 *
 * @param root the directory to look into
 * @param depth how many levels of it
 * @param pattern what is named, as a glob of the whole path; null when everything is
 */
record LogWatch(String root, int depth, String pattern) implements Serializable {
  private static final long FRESH_MILLIS = 100;
  private static final String MAGIC = "*?[{";
  private static final Pattern MEANINGFUL = Pattern.compile("[*?\\[\\]{}\\\\]");

  /**
   * @param log a directory, a pattern, or a file
   * @throws UsageLogException when the directory is missing, cannot be read or is none
   */
  static LogWatch of(String log) {
    if (log.equals(LogFile.STANDARD_INPUT)) {
      throw new UsageLogException(
          "standard input ends: it cannot be followed; name a file or a directory");
    }
    Path path = Path.of(log);
    if (Files.isDirectory(path)) {
      return new LogWatch(readable(path, log), Integer.MAX_VALUE, null);
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new UsageLogException(
          log + " is neither a file nor a directory: it cannot be followed");
    }
    if (Files.exists(path) || log.chars().noneMatch(LogWatch::isMagic)) {
      return new LogWatch(readable(parent(path), log), 1, escape(path.toString()));
    }
    Path root = path;
    int depth = 0;
    while (root.toString().chars().anyMatch(LogWatch::isMagic)) {
      root = parent(root);
      depth++;
    }
    int levels = log.contains("**") ? Integer.MAX_VALUE : depth;
    return new LogWatch(readable(root, log), levels, path.toString());
  }

  private static boolean isMagic(int character) {
    return MAGIC.indexOf(character) >= 0;
  }

  private static String escape(String path) {
    return MEANINGFUL.matcher(path).replaceAll("\\\\$0");
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private static String readable(Path directory, String log) {
    if (!Files.isDirectory(directory)) {
      throw new UsageLogException(
          "the directory of " + log + " does not exist: create it, or check the name");
    }
    if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
      throw new UsageLogException(
          "the directory of "
              + log
              + " cannot be read by this user: change its permissions, or run as a user who may"
              + " read it");
    }
    return directory.toString();
  }

  /**
   * What stands there now, each file once.
   *
   * @param chains of which files are followed already
   * @param directories hears of each directory that is met
   * @throws IOException when the directory cannot be read
   */
  List<Sighting> look(Set<String> chains, Consumer<String> directories) throws IOException {
    List<Sighting> seen = new ArrayList<>();
    Path start = Path.of(root);
    PathMatcher named =
        pattern == null ? any -> true : FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    Files.walkFileTree(
        start,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        depth,
        new Walk(start, named, seen, directories));
    Set<String> wanted = new HashSet<>(chains);
    seen.stream().filter(Sighting::named).forEach(each -> wanted.add(each.place().chain()));
    Map<String, Sighting> once = new LinkedHashMap<>();
    for (Sighting each : seen) {
      if (each.named() || wanted.contains(each.place().chain())) {
        once.putIfAbsent(each.fileKey().isEmpty() ? each.source() : each.fileKey(), each);
      }
    }
    return List.copyOf(once.values());
  }

  /** Whether the same file has the name still that it was seen under. */
  static boolean isStillAt(Sighting sighting) {
    try {
      Object key =
          Files.readAttributes(Path.of(sighting.source()), BasicFileAttributes.class).fileKey();
      return key == null || key.toString().equals(sighting.fileKey());
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether this names a single file whose chain is to be read even before it exists. */
  Set<String> chains() {
    return pattern != null && depth == 1 && pattern.chars().noneMatch(LogWatch::isMagic)
        ? Set.of(ChainPlace.of(pattern).chain())
        : Set.of();
  }

  /** Whether a path is one of the files that the user named. */
  boolean names(String path) {
    return pattern != null
        && FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(path));
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path start;
    private final PathMatcher named;
    private final List<Sighting> seen;
    private final Consumer<String> directories;

    Walk(Path start, PathMatcher named, List<Sighting> seen, Consumer<String> directories) {
      this.directories = directories;
      this.start = start;
      this.named = named;
      this.seen = seen;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      boolean hidden = !directory.equals(start) && isHidden(directory);
      if (!hidden) {
        directories.accept(directory.toString());
      }
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
      if (attributes.isDirectory() && !isHidden(path)) {
        // As deep as the walk goes.
        directories.accept(path.toString());
      }
      if (attributes.isRegularFile() && !isHidden(path) && !path.toString().endsWith(".tmp")) {
        String source = path.toString();
        Object key = attributes.fileKey();
        long modified = attributes.lastModifiedTime().toMillis();
        seen.add(
            new Sighting(
                source,
                ChainPlace.of(source),
                named.matches(path),
                key == null ? "" : key.toString(),
                attributes.size(),
                modified,
                System.currentTimeMillis() - modified < FRESH_MILLIS));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
      if (path.equals(start)) {
        throw e;
      }
      // It went away between being listed and being looked at, or it may not be seen.
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
      if (e != null && directory.equals(start)) {
        throw e;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
