package io.banwatch.log;

import java.util.List;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A part of the log and how far it was read: files that were found together, of which those that
 * were read to their end are left out; or all files that are followed.
 *
 * <p>Not one split a file: Flink keeps an output and metrics for each split, and walks through all
 * of them whenever one ends. For 100,000 files that took six times as long as reading them.
 *
 * @param splitId names the split
 * @param files in their order; none when they are followed
 * @param followed the files that are followed, as far as known; none otherwise
 * @param begun whether files to follow were looked for before
 */
public record LogSplit(
    String splitId, List<FilePosition> files, List<FollowedFile> followed, boolean begun)
    implements SourceSplit {
  private static final String FOLLOWING = "following";

  LogSplit(String splitId, List<FilePosition> files) {
    this(splitId, files, List.of(), false);
  }

  /** Files from their beginning. */
  static LogSplit ofWhole(List<LogFile> files) {
    String id = "files-from-" + files.get(0).order();
    return new LogSplit(id, files.stream().map(FilePosition::ofWhole).toList());
  }

  /** A log that is to be followed. */
  static LogSplit following() {
    return new LogSplit(FOLLOWING, List.of(), List.of(), false);
  }

  /** A log that is followed. */
  static LogSplit following(List<FollowedFile> files) {
    return following(files, true);
  }

  /**
   * A log that is followed, or will be.
   *
   * @param begun whether files to follow were looked for; if not, those given are of the history
   */
  static LogSplit following(List<FollowedFile> files, boolean begun) {
    return new LogSplit(FOLLOWING, List.of(), files, begun);
  }

  /** Whether its files are followed: then it never ends. */
  boolean isFollowing() {
    return splitId.equals(FOLLOWING);
  }

  /** Short: Flink logs splits. */
  @Override
  public String toString() {
    return splitId + " (" + (files.size() + followed.size()) + " files)";
  }
}
