package io.banwatch.log;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A split while it is read: moves on with each record that is emitted. */
final class LogSplitState {
  private final String splitId;
  private final Map<Integer, FilePosition> files = new TreeMap<>();
  private LogFile current;
  private long offset;
  private int index;
  private int emitted;

  LogSplitState(LogSplit split) {
    splitId = split.splitId();
    split.files().forEach(each -> files.put(each.file().order(), each));
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
  }

  private void settle() {
    if (current != null) {
      ReadPosition position = new ReadPosition(offset, index, emitted);
      files.put(current.order(), new FilePosition(current, position));
      current = null;
    }
  }

  LogSplit toSplit() {
    settle();
    return new LogSplit(splitId, List.copyOf(files.values()));
  }
}
