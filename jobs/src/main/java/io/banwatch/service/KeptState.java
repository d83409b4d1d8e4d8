package io.banwatch.service;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
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

  /**
   * The newest checkpoint that is whole.
   *
   * @param damaged hears of each newer one that is not, and why
   * @return its directory, or null when there is none
   */
  Path newestWhole(BiConsumer<Path, String> damaged) throws IOException {
    for (Path checkpoint : newestFirst()) {
      String damage = CheckpointFiles.damageOf(checkpoint);
      if (damage == null) {
        return checkpoint;
      }
      damaged.accept(checkpoint, damage);
    }
    return null;
  }

  /** Whether anything is there, whole or not. */
  boolean isEmpty() throws IOException {
    return newestFirst().isEmpty();
  }

  private List<Path> newestFirst() throws IOException {
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
