package io.banwatch.log;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much of a log may be in memory. Used by the one thread that reads.
 *
 * <p>A file whose time has come always holds one block, else the merge could not see its next
 * record; anything beyond that is taken from one budget that all files share. A new block is at
 * most a fourth of the budget divided by the files begun, and no smaller than {@link
 * #SMALLEST_BLOCK}. With the default budget of 32 MB that makes 32 MB for a few files, about 40 MB
 * for 500 files that overlap in time, and 16 KB more for each further one; besides, each file may
 * hold one value of the greatest length. Files that follow each other in time are begun one after
 * the other and count as few.
 */
final class ReadAhead {
  private static final int SMALLEST_BLOCK = 1 << 14;
  private static final int BUDGET_PARTS = 4;
  private static final int BLOCKS_A_READER = 4;
  private static final int MOST_KEPT_OPEN = 200;

  private final LogSettings settings;
  private final Deque<byte[]> spare = new ArrayDeque<>();
  private long heldBytes;
  private int files;
  private int openFiles;

  ReadAhead(LogSettings settings) {
    this.settings = settings;
  }

  /**
   * How many blocks of one file are worth having ahead: a few for each thread, so that none waits
   * while the one that judges is held up.
   */
  int blocksAhead() {
    return BLOCKS_A_READER * settings.readers();
  }

  /** Whether one more block fits in. */
  boolean hasRoom() {
    return heldBytes + blockBytes() <= settings.readAheadBytes();
  }

  void fileBegan() {
    files++;
  }

  void fileEnded() {
    files--;
  }

  void opened() {
    openFiles++;
  }

  void closed() {
    openFiles--;
  }

  /** Whether handles should be given back between blocks. */
  boolean hasManyOpen() {
    return openFiles > MOST_KEPT_OPEN;
  }

  private int blockBytes() {
    long share = settings.readAheadBytes() / BUDGET_PARTS / Math.max(1, files);
    return (int) Math.min(settings.blockBytes(), Math.max(SMALLEST_BLOCK, share));
  }

  /**
   * A buffer for the next block of a file.
   *
   * @param most the bytes that the file still has, as far as known
   */
  byte[] buffer(long most) {
    int bytes = (int) Math.min(blockBytes(), most);
    if (bytes == settings.blockBytes() && !spare.isEmpty()) {
      return spare.pop();
    }
    return new byte[bytes];
  }

  void hold(long bytes) {
    heldBytes += bytes;
  }

  void letGo(long bytes) {
    heldBytes -= bytes;
  }

  /** Takes back a buffer whose block is decoded. Blocks of full size are too dear to throw away. */
  void takeBack(byte[] buffer) {
    if (buffer.length == settings.blockBytes() && spare.size() <= blocksAhead()) {
      spare.push(buffer);
    }
  }
}
