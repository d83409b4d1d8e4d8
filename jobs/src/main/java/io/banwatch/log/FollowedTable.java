package io.banwatch.log;

import java.util.List;

/**
 * The files that are followed, as the thread that reads them knows them, for the thread that takes
 * checkpoints. Their positions are those at which reading them began; how far their records were
 * emitted, {@link LogSplitState} knows.
 */
final class FollowedTable {
  private volatile List<FollowedFile> files;

  /** Tells what is known now. To be called before a record of a new file is handed on. */
  void publish(List<FollowedFile> nowKnown) {
    files = List.copyOf(nowKnown);
  }

  /** Whether somebody looked. */
  boolean isKnown() {
    return files != null;
  }

  /** What is known; null as long as nobody looked. */
  List<FollowedFile> files() {
    return files;
  }
}
