package io.banwatch.service;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.StreamStateHandle;

/**
 * Tells whether a checkpoint is whole: its files are as they were written, its metadata can be
 * read, and every file it names is there.
 */
final class CheckpointFiles {
  /** Written last, so that a checkpoint without it was never completed. */
  static final String METADATA = "_metadata";

  private CheckpointFiles() {}

  /** What is wrong with the checkpoint in a directory, or null. */
  static String damageOf(Path checkpoint) {
    try {
      String difference = CheckpointSums.difference(checkpoint);
      return difference == null ? damageOfFiles(checkpoint) : difference;
    } catch (IOException e) {
      return "it cannot be read: " + e.getMessage();
    }
  }

  private static String damageOfFiles(Path checkpoint) {
    Path file = checkpoint.resolve(METADATA);
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      CheckpointMetadata metadata =
          Checkpoints.loadCheckpointMetadata(
              in, CheckpointFiles.class.getClassLoader(), checkpoint.toUri().toString());
      return metadata.getOperatorStates().stream()
          .flatMap(operator -> operator.getStates().stream())
          .flatMap(CheckpointFiles::streams)
          .map(CheckpointFiles::damageOf)
          .flatMap(Optional::stream)
          .findFirst()
          .orElse(null);
    } catch (IOException | RuntimeException e) {
      return METADATA + " cannot be read";
    }
  }

  private static Stream<StreamStateHandle> streams(OperatorSubtaskState subtask) {
    Stream<StreamStateHandle> keyed =
        subtask.getManagedKeyedState().stream()
            .filter(KeyGroupsStateHandle.class::isInstance)
            .map(handle -> ((KeyGroupsStateHandle) handle).getDelegateStateHandle());
    Stream<StreamStateHandle> operator =
        subtask.getManagedOperatorState().stream().map(handle -> handle.getDelegateStateHandle());
    return Stream.concat(keyed, operator);
  }

  private static Optional<String> damageOf(StreamStateHandle state) {
    return state
        .maybeGetPath()
        .map(path -> Path.of(path.getPath()))
        .filter(path -> sizeOf(path) < state.getStateSize())
        .map(path -> path.getFileName() + " is missing or cut short");
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }
}
