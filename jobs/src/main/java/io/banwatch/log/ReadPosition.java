package io.banwatch.log;

/**
 * Where reading a file goes on.
 *
 * @param offset the byte of the uncompressed file at which the next value is sought: the end of the
 *     last one, or the start of one of which only some records were emitted
 * @param index the place that the next value has in the array around it, from 0; -1 outside arrays
 * @param emitted how many records of the next value were already emitted: 0 unless a value gives
 *     several
 */
public record ReadPosition(long offset, int index, int emitted) {
  /** The beginning of a file. */
  public static final ReadPosition START = new ReadPosition(0, -1, 0);

  /** The offset after a file's last record when more bytes may follow that cannot be read. */
  static final long END = Long.MAX_VALUE;
}
