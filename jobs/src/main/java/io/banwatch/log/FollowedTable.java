package io.banwatch.log;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that are followed, as the thread that reads them knows them, for the thread that takes
 * checkpoints. Their positions are those at which reading them began; how far their records were
 * emitted, {@link LogSplitState} knows.
 */
final class FollowedTable {
  private final Map<Integer, FollowedFile> files = new TreeMap<>();
  private boolean known;
  private boolean looked;

  /**
   * What is known at one moment.
   *
   * @param files that are followed, and before the first look those of the history
   * @param looked whether files to follow were looked for
   */
  record Known(List<FollowedFile> files, boolean looked) {}

  /** Tells what a look has found. To be called before a record of a new file is handed on. */
  synchronized void publish(List<FollowedFile> found) {
    files.clear();
    found.forEach(file -> files.put(file.number(), file));
    known = true;
    looked = true;
  }

  /**
   * Tells what is known now of one file. Not of all, for they may be many, and each is learned of
   * more than once.
   */
  synchronized void learn(FollowedFile file) {
    files.put(file.number(), file);
    known = true;
  }

  /** A file is not known any more. */
  synchronized void forget(int number) {
    files.remove(number);
  }

  /** What is known; null as long as nobody looked or learned. */
  synchronized Known known() {
    return known ? new Known(List.copyOf(files.values()), looked) : null;
  }
}
