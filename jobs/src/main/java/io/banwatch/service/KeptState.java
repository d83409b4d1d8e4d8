package io.banwatch.service;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checkpoints that runs have left in a directory: each run writes its own below the name of its
 * job, and a clean end leaves a savepoint beside them.
 */
final class KeptState {
  private static final int DEPTH = 3;

  private final Path directory;

  KeptState(Path directory) {
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  /** What people call a checkpoint: its path below the directory. */
  String name(Path checkpoint) {
    return directory.relativize(checkpoint).toString();
  }

  /** All checkpoints, whole or not. */
  List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(directory, DEPTH)) {
      return files
          .filter(file -> file.getFileName().toString().equals(CheckpointFiles.METADATA))
          .map(Path::toFile)
          .sorted(Comparator.comparingLong(File::lastModified).reversed())
          .map(file -> file.toPath().getParent())
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Keeps the newest checkpoint of a run that is about to end: Flink removes them when a job has
   * ended well, and what that leaves may be damaged one day. Its files are linked, which costs no
   * space; where links are not to be had, copied.
   *
   * @throws IOException when that fails, for example because the checkpoint was removed meanwhile
   */
  void keepNewestOf(String run) throws IOException {
    for (Path checkpoint : newestFirst()) {
      if (checkpoint.getParent().equals(directory.resolve(run))) {
        String name = run + "-" + checkpoint.getFileName();
        Path copy = Files.createDirectories(directory.resolve(name));
        copyFiles(checkpoint, copy);
        CheckpointSums.copy(checkpoint, copy);
        return;
      }
    }
  }

  private static void copyFiles(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(file.getFileName());
        try {
          Files.createLink(copy, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
          Files.copy(file, copy, COPY_ATTRIBUTES, REPLACE_EXISTING);
        }
      }
    }
  }

  /** Removes what earlier runs left, once the run of this name has a checkpoint of its own. */
  void forgetAllBut(String run) throws IOException {
    try (Stream<Path> runs = Files.list(directory)) {
      for (Path each : runs.filter(path -> !path.getFileName().toString().equals(run)).toList()) {
        remove(each);
      }
    }
  }

  private static void remove(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (NoSuchFileException e) {
      // Someone else removed it, and that is as well.
    }
  }
}
