package io.banwatch.log;

import java.util.List;

/**
 * The files that are followed, as the thread that reads them knows them, for the thread that takes
 * checkpoints. Their positions are those at which reading them began; how far their records were
 * emitted, {@link LogSplitState} knows.
 */
final class FollowedTable {
  private volatile Known known;

  /**
   * What is known at one moment.
   *
   * @param files that are followed, and before the first look those of the history
   * @param looked whether files to follow were looked for
   */
  record Known(List<FollowedFile> files, boolean looked) {}

  /** Tells what is known now. To be called before a record of a new file is handed on. */
  void publish(List<FollowedFile> files, boolean looked) {
    known = new Known(List.copyOf(files), looked);
  }

  /** What is known; null as long as nobody looked or learned. */
  Known known() {
    return known;
  }
}
