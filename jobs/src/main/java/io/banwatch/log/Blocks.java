package io.banwatch.log;

import java.io.Closeable;

/** One file's values, block by block. Used by one thread. */
interface Blocks extends Closeable {
  /** Whether there is no block left; of a file that is still written: none at the moment. */
  boolean ended();

  /** Whether a handle is open. */
  boolean isOpen();

  /** How many uncompressed bytes are left at most, as far as known. */
  long remaining();

  /**
   * The next values.
   *
   * @param buffer receives the bytes and then belongs to the block; a larger one takes its place
   *     when a value does not fit
   * @return null when there are none at the moment, whatever {@link #ended()} said
   */
  FramedBlock next(byte[] buffer);

  /** Gives the handle back until the next block, if it costs nothing to open it again. */
  void release();

  @Override
  void close();
}
