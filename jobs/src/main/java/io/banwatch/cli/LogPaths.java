package io.banwatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the logs that a command was given before anything starts. */
final class LogPaths {
  /** Stands for standard input. */
  static final String STANDARD_INPUT = "-";

  private LogPaths() {}

  /**
   * What keeps these logs from being read, in their order.
   *
   * @param out where the results go: a log there would be read and replaced at once; null when
   *     nothing is written
   */
  static List<String> problems(List<String> logs, Path out) {
    List<String> problems = new ArrayList<>();
    if (logs.stream().filter(STANDARD_INPUT::equals).count() > 1) {
      problems.add("- stands for standard input, which can be read only once; name it once");
    }
    for (String log : logs) {
      if (!log.equals(STANDARD_INPUT)) {
        String problem = problemOf(log, out);
        if (problem != null) {
          problems.add(problem);
        }
      }
    }
    return problems;
  }

  private static String problemOf(String log, Path out) {
    if (log.isBlank()) {
      return "a LOG is empty; give a file, a directory or - for standard input";
    }
    Path path;
    try {
      path = Path.of(log);
    } catch (InvalidPathException e) {
      return "log " + log + " is no file name: " + e.getReason();
    }
    if (!Files.exists(path)) {
      return "log " + log + " does not exist; give a file, a directory or - for standard input";
    }
    if (!Files.isReadable(path)) {
      return "log " + log + " may not be read; let this user read it";
    }
    try {
      if (Files.isDirectory(path) && isEmpty(path)) {
        return "log directory " + log + " is empty; name the one that the gateway writes to";
      }
      if (out != null && holds(path, out)) {
        return "--out "
            + out
            + " lies in the log "
            + log
            + ", so that the results would be read as log; name a directory outside of it";
      }
    } catch (IOException e) {
      return "log " + log + " cannot be read: " + e.getMessage();
    }
    return null;
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  /** Whether what is written there would be read as log. */
  static boolean holds(Path log, Path out) throws IOException {
    return Files.isDirectory(log) && levelsBelow(log, out) >= 0;
  }

  /**
   * How many levels below a directory another is, which need not exist: 0 when it is the same, -1
   * when it lies elsewhere.
   */
  static int levelsBelow(Path directory, Path out) throws IOException {
    Path real = directory.toRealPath();
    Path place = out.toAbsolutePath().normalize();
    int missing = 0;
    while (place != null && !Files.exists(place)) {
      place = place.getParent();
      missing++;
    }
    if (place == null || !place.toRealPath().startsWith(real)) {
      return -1;
    }
    return missing + place.toRealPath().getNameCount() - real.getNameCount();
  }
}
