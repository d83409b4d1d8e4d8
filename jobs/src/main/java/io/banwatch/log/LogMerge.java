package io.banwatch.log;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Makes one log of many files: by the time of their next event; of equal times, the earlier file
 * goes first. What is no event goes along with the record before it in its file. The order within a
 * file is never changed, and how it is read ahead does not matter.
 *
 * <p>A file is opened when its first event's turn comes, so that any number of files that follow
 * each other need few handles.
 */
final class LogMerge {
  private static final Comparator<Entry> IN_ORDER =
      Comparator.comparingLong(Entry::millis)
          .thenComparingInt(entry -> entry.records.file().order());

  private final TreeSet<Entry> waiting = new TreeSet<>(IN_ORDER);
  private final PriorityQueue<Entry> begun = new PriorityQueue<>(IN_ORDER);
  private final int filesAhead;
  private FileRecords current;

  /** A file and the time of its next record. */
  private record Entry(FileRecords records, long millis) {}

  /**
   * @param filesAhead how many files are started before their turn
   */
  LogMerge(int filesAhead) {
    this.filesAhead = filesAhead;
  }

  /** Takes in a file, whose turn comes at the time of its first event. */
  void add(FileRecords records) {
    waiting.add(new Entry(records, records.file().firstMillis()));
  }

  /**
   * Takes in a file that was begun before, or goes on where another ended: its next record is
   * looked at first.
   */
  void addBegun(FileRecords records) {
    waiting.add(new Entry(records, LogFile.UNKNOWN_TIME));
  }

  /** Whether {@link #next} is likely to answer without waiting. */
  boolean isReady() {
    if (current != null) {
      return current.isReady();
    }
    Entry first = first();
    return first == null || first.records.isReady();
  }

  /**
   * The next records of the log, all of one file, or the end of a file, which is then left to the
   * caller.
   *
   * @param most how many at most, at least 1
   * @return null when all files have ended
   */
  Run next(int most) {
    while (true) {
      if (current == null && first() == null) {
        return null;
      }
      if (current == null) {
        current = takeFirst();
      }
      if (!current.hasNext()) {
        return endCurrent();
      }
      Entry here = new Entry(current, current.mergeMillis());
      Entry rival = first();
      if (rival == null) {
        return current.take(Long.MAX_VALUE, true, most);
      }
      if (IN_ORDER.compare(here, rival) < 0) {
        boolean inclusive = current.file().order() < rival.records.file().order();
        return current.take(rival.millis, inclusive, most);
      }
      begun.add(here);
      current = null;
    }
  }

  private Entry first() {
    if (waiting.isEmpty()) {
      return begun.peek();
    }
    return isBegunFirst() ? begun.peek() : waiting.first();
  }

  private boolean isBegunFirst() {
    return !begun.isEmpty()
        && (waiting.isEmpty() || IN_ORDER.compare(begun.peek(), waiting.first()) < 0);
  }

  private FileRecords takeFirst() {
    if (isBegunFirst()) {
      return begun.remove().records;
    }
    FileRecords first = waiting.pollFirst().records;
    first.start();
    waiting.stream().limit(filesAhead).forEach(entry -> entry.records.start());
    return first;
  }

  private Run endCurrent() {
    Run end = Run.end(current.file());
    current = null;
    return end;
  }
}
