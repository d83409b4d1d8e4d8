package io.banwatch.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lists the files of a log from what the command line names: files, directories with all that is
 * below them in the order of their names, {@code -}. A file that is named twice, or linked to,
 * counts once; so does one that stands beside its compressed copy.
 */
final class FileLister {
  private final List<LogFile> files = new ArrayList<>();
  private final List<FileListing.Ignored> ignored = new ArrayList<>();
  private final Map<Path, String> seen = new HashMap<>();
  private int repeats;

  private FileLister() {}

  /**
   * @throws UsageLogException when one is missing, cannot be read, or is a directory without a log
   */
  static FileListing list(List<String> logs) {
    if (logs.isEmpty()) {
      throw new UsageLogException(
          "no log is named: name a file, a directory, or - for standard input");
    }
    FileLister lister = new FileLister();
    logs.forEach(lister::addNamed);
    return CompressedCopies.leaveOut(
        new FileListing(List.copyOf(lister.files), List.copyOf(lister.ignored)));
  }

  private void addNamed(String log) {
    if (log.equals(LogFile.STANDARD_INPUT)) {
      addOnce(Path.of(log), log, true, 0);
      return;
    }
    Path path = path(log);
    if (!Files.exists(path)) {
      throw new UsageLogException(
          "there is no log at " + log + ": check the name, it is taken from the working directory");
    }
    requireReadable(path, log);
    if (!Files.isDirectory(path)) {
      add(path, log);
      return;
    }
    int before = files.size();
    int knownRepeats = repeats;
    addBelow(path, log);
    if (files.size() == before && repeats == knownRepeats) {
      throw new UsageLogException(
          "the directory "
              + log
              + " holds no log: hidden, empty and *.tmp files do not count; name the directory that"
              + " the gateway writes to");
    }
  }

  private static Path path(String log) {
    try {
      return Path.of(log);
    } catch (InvalidPathException e) {
      throw new UsageLogException("this is not a path: " + e.getReason(), e);
    }
  }

  private void addBelow(Path directory, String source) {
    if (seen.putIfAbsent(real(directory, source), source) != null) {
      repeats++;
      ignore(source, "a directory that was read already");
      return;
    }
    for (Path path : children(directory, source)) {
      String name = path.getFileName().toString();
      String child = source.endsWith("/") ? source + name : source + "/" + name;
      if (name.equals(UsageLogSource.LOCK)) {
        // Banwatch's own: nobody misses it.
        continue;
      }
      if (name.startsWith(".")) {
        ignore(child, "hidden");
      } else if (!Files.exists(path)) {
        ignore(child, "a link to nothing");
      } else if (Files.isDirectory(path)) {
        requireReadable(path, child);
        addBelow(path, child);
      } else if (name.endsWith(".tmp")) {
        ignore(child, "still being written");
      } else if (!Files.isRegularFile(path)) {
        ignore(child, "not a file");
      } else if (size(path, child) == 0) {
        ignore(child, "empty");
      } else {
        requireReadable(path, child);
        add(path, child);
      }
    }
  }

  private static List<Path> children(Path directory, String source) {
    try (Stream<Path> children = Files.list(directory)) {
      return children.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UsageLogException(
          "the directory " + source + " cannot be listed: " + e.getMessage(), e);
    }
  }

  private void add(Path path, String source) {
    boolean stream = !Files.isRegularFile(path);
    addOnce(real(path, source), source, stream, stream ? 0 : size(path, source));
  }

  private void addOnce(Path identity, String source, boolean stream, long bytes) {
    String first = seen.putIfAbsent(identity, source);
    if (first != null) {
      repeats++;
      ignore(source, "the same file as " + first);
      return;
    }
    files.add(new LogFile(source, stream, files.size(), LogFile.UNKNOWN_TIME, bytes));
  }

  private void ignore(String source, String why) {
    ignored.add(new FileListing.Ignored(source, why));
  }

  private static void requireReadable(Path path, String source) {
    boolean readable =
        Files.isReadable(path) && (!Files.isDirectory(path) || Files.isExecutable(path));
    if (!readable) {
      throw new UsageLogException(
          "the log "
              + source
              + " cannot be read by this user: change its permissions, or run as a"
              + " user who may read it");
    }
  }

  private static Path real(Path path, String source) {
    try {
      return path.toRealPath();
    } catch (NoSuchFileException e) {
      // A pipe that the shell made is there, and its link leads to no name.
      return path.toAbsolutePath();
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private static long size(Path path, String source) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private static UsageLogException unreadable(String source, IOException e) {
    return new UsageLogException("the log " + source + " cannot be read: " + e.getMessage(), e);
  }
}
