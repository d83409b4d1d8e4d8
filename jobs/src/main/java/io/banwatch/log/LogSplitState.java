package io.banwatch.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A split while it is read: moves on with each record that is emitted. */
final class LogSplitState {
  private final LogSplit start;
  private final FollowedTable table;
  private final Map<Integer, FilePosition> files = new TreeMap<>();
  private final Map<Integer, ReadPosition> followed = new HashMap<>();
  private final Set<Integer> finished = new HashSet<>();
  private LogFile current;
  private long offset;
  private int index;
  private int emitted;

  /**
   * @param table tells which files are followed
   */
  LogSplitState(LogSplit split, FollowedTable table) {
    start = split;
    this.table = table;
    split.files().forEach(each -> files.put(each.file().order(), each));
    split.followed().forEach(this::takeUp);
  }

  private void takeUp(FollowedFile file) {
    followed.put(file.number(), file.position());
    if (file.finished()) {
      finished.add(file.number());
    }
  }

  /** A record of the file was emitted; see {@link ReadPosition} for the place after it. */
  void moveTo(LogFile file, long nextOffset, int nextIndex, int emittedOfNext) {
    if (current == null || current.order() != file.order()) {
      settle();
      current = file;
    }
    offset = nextOffset;
    index = nextIndex;
    emitted = emittedOfNext;
  }

  /** The file has no more records. */
  void end(LogFile file) {
    settle();
    files.remove(file.order());
    finished.add(file.order());
  }

  private void settle() {
    if (current == null) {
      return;
    }
    ReadPosition position = new ReadPosition(offset, index, emitted);
    if (start.isFollowing()) {
      followed.put(current.order(), position);
      finished.remove(current.order());
    } else {
      files.put(current.order(), new FilePosition(current, position));
    }
    current = null;
  }

  LogSplit toSplit() {
    settle();
    if (!start.isFollowing()) {
      return new LogSplit(start.splitId(), List.copyOf(files.values()));
    }
    FollowedTable.Known now = table.known();
    if (now == null) {
      return start;
    }
    List<FollowedFile> known = now.files();
    Set<Integer> numbers = new HashSet<>();
    known.forEach(file -> numbers.add(file.number()));
    followed.keySet().retainAll(numbers);
    finished.retainAll(numbers);
    return LogSplit.following(known.stream().map(this::moved).toList(), now.looked());
  }

  private FollowedFile moved(FollowedFile file) {
    ReadPosition position = followed.getOrDefault(file.number(), file.position());
    boolean leftOut = file.finished() && !followed.containsKey(file.number());
    return file.at(position, leftOut || finished.contains(file.number()));
  }
}
