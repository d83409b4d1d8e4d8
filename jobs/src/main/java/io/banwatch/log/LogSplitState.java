package io.banwatch.log;

/** A split while it is read: moves on with each record that is emitted. */
final class LogSplitState {
  private final LogFile file;
  private long offset;
  private int index;
  private int emitted;

  LogSplitState(LogSplit split) {
    file = split.file();
    offset = split.position().offset();
    index = split.position().index();
    emitted = split.position().emitted();
  }

  void moveTo(long nextOffset, int nextIndex, int emittedOfNext) {
    offset = nextOffset;
    index = nextIndex;
    emitted = emittedOfNext;
  }

  LogSplit toSplit() {
    return new LogSplit(file, new ReadPosition(offset, index, emitted));
  }
}
