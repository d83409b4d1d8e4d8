package io.banwatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a replay writes under {@code --out}.
 *
 * @param directory what {@code --out} names
 */
record ReplayFiles(Path directory) {
  Path alerts() {
    return directory.resolve("alerts.jsonl");
  }

  Path rejected() {
    return directory.resolve("rejected.jsonl");
  }

  Path metrics() {
    return directory.resolve("metrics.jsonl");
  }

  Path summary() {
    return directory.resolve("summary.json");
  }

  /** Those of an earlier run, which this one replaces. */
  List<Path> present() {
    return List.of(alerts(), rejected(), metrics(), summary()).stream()
        .filter(Files::exists)
        .toList();
  }

  /** What became of the alerts so far, as a sentence's beginning. */
  String foundUntilNow() {
    try {
      return Files.exists(alerts()) && Files.size(alerts()) > 0
          ? alerts() + " holds what was found until now"
          : "nothing was found until now";
    } catch (IOException e) {
      return alerts() + " may hold what was found until now";
    }
  }

  /** Creates the directory where there is none, and says what keeps a replay from writing to it. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    // Path.of("") is the working directory, where nobody means to replace files by an unset
    // variable.
    if (directory.toString().isBlank()) {
      return List.of("--out is empty; name a directory");
    }
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      return List.of("--out " + directory + " is a file; name a directory");
    }
    // Both write alerts.jsonl: those of a service are kept for ever, and receivers are told of
    // them.
    if (Files.exists(directory.resolve("lock"))) {
      return List.of(
          "--out "
              + directory
              + " belongs to banwatch run, whose alerts would be replaced; name another");
    }
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      return List.of(
          "--out " + directory + " cannot be created; name a directory that this user may write");
    }
    if (!Files.isWritable(directory)) {
      problems.add(
          "--out " + directory + " may not be written; let this user write, or name another");
    }
    for (Path file : present()) {
      if (!Files.isRegularFile(file) || !Files.isWritable(file)) {
        problems.add(
            file + " stands in the way and cannot be replaced; move it, or name another --out");
      }
    }
    return problems;
  }
}
