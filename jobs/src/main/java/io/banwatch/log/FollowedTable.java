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

  /** What is known, or {@code before} as long as nobody looked. */
  List<FollowedFile> files(List<FollowedFile> before) {
    List<FollowedFile> known = files;
    return known == null ? before : known;
  }
}
