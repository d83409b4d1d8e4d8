package io.banwatch.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Removes closed files that will not be read again. A restart may go back as far as the oldest
 * checkpoint that is kept, so a file goes when that many have passed it.
 */
final class PassedFiles {
  /** One more than a service keeps: the newest may be damaged, and its number not counted yet. */
  private static final int CHECKPOINTS = 4;

  private final LineFiles files;
  private final NavigableMap<Long, String> begun = new TreeMap<>();
  private final Deque<String> completed = new ArrayDeque<>();
  private String removedBefore = "";

  PassedFiles(Path open) {
    files = new LineFiles(open);
  }

  /** A checkpoint holds this place. */
  void begun(long checkpoint, LinePosition position) {
    begun.put(checkpoint, position.head());
  }

  /** A checkpoint is whole, and with it all that were begun before it are of no use. */
  void completed(long checkpoint) throws IOException {
    Map.Entry<Long, String> newest = begun.floorEntry(checkpoint);
    if (newest == null) {
      return;
    }
    completed.add(newest.getValue());
    begun.headMap(checkpoint, true).clear();
    if (completed.size() > CHECKPOINTS) {
      completed.remove();
    }
    String oldest = completed.getFirst();
    if (completed.size() == CHECKPOINTS && !oldest.equals(removedBefore)) {
      for (Path passed : files.gzippedBefore(oldest)) {
        Files.deleteIfExists(passed);
      }
      removedBefore = oldest;
    }
  }
}
