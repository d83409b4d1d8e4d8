package io.banwatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at the logs that a service shall follow before it starts. They may still be empty. */
final class FollowedLogs {
  private static final String GLOB_CHARACTERS = "*?[{";

  private FollowedLogs() {}

  /**
   * What keeps these logs from being followed, in their order.
   *
   * @param out where the results go: a log there would be read and written at once
   */
  static List<String> problems(List<String> logs, Path out) {
    List<String> problems = new ArrayList<>();
    for (String log : logs) {
      String problem = problemOf(log, out);
      if (problem != null) {
        problems.add(problem);
      }
    }
    return problems;
  }

  private static String problemOf(String log, Path out) {
    if (log.isBlank() || log.equals(LogPaths.STANDARD_INPUT)) {
      return "--from "
          + (log.isBlank() ? "is empty" : "- cannot be followed")
          + "; name a directory, a glob or a file";
    }
    try {
      Path fixed = fixedPart(log);
      Path directory = Files.isDirectory(fixed) ? fixed : fixed.toAbsolutePath().getParent();
      if (directory == null || !Files.isDirectory(directory)) {
        return "--from " + log + ": there is no directory " + directory + "; create it first";
      }
      if (!Files.isReadable(directory) || !Files.isExecutable(directory)) {
        return "--from " + log + ": " + directory + " may not be read; let this user read it";
      }
      int levels = LogPaths.levelsBelow(directory, out);
      if (levels >= 0 && levels < levelsRead(log, directory)) {
        return "--out "
            + out
            + " lies in "
            + directory
            + ", which is followed, so that results would be read as log; name a directory outside"
            + " of it";
      }
      return null;
    } catch (InvalidPathException e) {
      return "--from " + log + " is no file name: " + e.getReason();
    } catch (IOException e) {
      return "--from " + log + " cannot be looked at: " + e.getMessage();
    }
  }

  /** How many levels of a directory are looked into, as {@code LogWatch} does. */
  private static int levelsRead(String log, Path directory) {
    Path path = Path.of(log).toAbsolutePath();
    return Files.isDirectory(path) || log.contains("**")
        ? Integer.MAX_VALUE
        : path.getNameCount() - directory.getNameCount();
  }

  /** The path up to the first element that is a pattern. */
  private static Path fixedPart(String log) {
    Path path = Path.of(log).toAbsolutePath();
    Path fixed = path.getRoot();
    for (Path element : path) {
      if (element.toString().chars().anyMatch(c -> GLOB_CHARACTERS.indexOf(c) >= 0)) {
        return fixed;
      }
      fixed = fixed.resolve(element);
    }
    return fixed;
  }
}
