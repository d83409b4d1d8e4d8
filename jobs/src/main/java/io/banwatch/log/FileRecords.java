package io.banwatch.log;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The records of one file, in its order, with a few blocks read and decoded ahead. */
final class FileRecords implements Closeable {
  private final LogFile file;
  private final Blocks reader;
  private final ReadAhead ahead;
  private final DecodingPool pool;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private DecodedBlock block;
  private long blockBytes;
  private int at;
  private int skip;
  private boolean started;
  private boolean open;

  /** A block that is being decoded. */
  private record Pending(FramedBlock framed, Future<DecodedBlock> decoded) {}

  FileRecords(
      LogFile file, ReadPosition position, Blocks reader, ReadAhead ahead, DecodingPool pool) {
    this.file = file;
    this.reader = reader;
    this.ahead = ahead;
    this.pool = pool;
    skip = position.emitted();
  }

  LogFile file() {
    return file;
  }

  /** Reads the first block, or more, without waiting for it. */
  void start() {
    if (!started) {
      started = true;
      ahead.fileBegan();
      readAhead();
    }
  }

  /**
   * Nothing is at hand of a file that is still written: it takes no part of what may be held until
   * it is started again.
   */
  void rest() {
    if (started) {
      started = false;
      letGoOfBlock();
      ahead.fileEnded();
    }
    noteOpen(reader.isOpen());
  }

  /** Whether {@link #hasNext()} answers at once. */
  boolean isReady() {
    return hasRecord() || (pending.isEmpty() ? reader.ended() : pending.peek().decoded().isDone());
  }

  /** Whether the file has another record; waits for it to be decoded. */
  boolean hasNext() {
    while (!hasRecord()) {
      letGoOfBlock();
      readAhead();
      Pending next = pending.poll();
      if (next == null) {
        return false;
      }
      block = await(next.decoded());
      ahead.takeBack(next.framed().window().buffer());
      blockBytes = next.framed().window().to();
      at = Math.min(skip, block.size());
      skip = 0;
    }
    return true;
  }

  private boolean hasRecord() {
    return block != null && at < block.size();
  }

  /** What the next record is merged by. There must be one. */
  long mergeMillis() {
    return block.mergeMillis(at);
  }

  /**
   * Takes the next records: the first in any case, the others as long as they are merged before a
   * limit.
   *
   * @param limitMillis the time of the first record that is not taken
   * @param inclusive whether records of just that time are taken too
   * @param most how many to take, at least 1
   */
  Run take(long limitMillis, boolean inclusive, int most) {
    int from = at;
    int end = (int) Math.min(block.size(), (long) at + most);
    at++;
    while (at < end && isWithin(block.mergeMillis(at), limitMillis, inclusive)) {
      at++;
    }
    Run run = new Run(file, block, from, at, false);
    if (!hasRecord()) {
      letGoOfBlock();
      readAhead();
    }
    return run;
  }

  private static boolean isWithin(long millis, long limitMillis, boolean inclusive) {
    return millis < limitMillis || (inclusive && millis == limitMillis);
  }

  private void readAhead() {
    while (!reader.ended()
        && pending.size() < ahead.blocksAhead()
        && ((pending.isEmpty() && !hasRecord()) || ahead.hasRoom())) {
      FramedBlock framed = reader.next(ahead.buffer(reader.remaining()));
      noteOpen(reader.isOpen());
      if (framed == null) {
        continue;
      }
      ahead.hold(framed.window().to());
      pending.add(new Pending(framed, pool.decode(framed)));
    }
    if (open && ahead.hasManyOpen()) {
      reader.release();
      noteOpen(reader.isOpen());
    }
  }

  private void noteOpen(boolean nowOpen) {
    if (nowOpen && !open) {
      ahead.opened();
    }
    if (!nowOpen && open) {
      ahead.closed();
    }
    open = nowOpen;
  }

  private void letGoOfBlock() {
    if (block != null) {
      ahead.letGo(blockBytes);
      block = null;
      at = 0;
    }
  }

  private static DecodedBlock await(Future<DecodedBlock> decoded) {
    try {
      return decoded.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a block of the log was decoded");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a block of the log could not be decoded", e.getCause());
    }
  }

  @Override
  public void close() {
    if (started) {
      started = false;
      letGoOfBlock();
      pending.forEach(rest -> ahead.letGo(rest.framed().window().to()));
      pending.clear();
      ahead.fileEnded();
    }
    reader.close();
    noteOpen(false);
  }
}
