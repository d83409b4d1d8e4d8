package io.banwatch.log;

import io.banwatch.usage.Reason;
import java.util.Arrays;

/** Where the values of a block stand, in their order. Grows as needed. */
final class Frames {
  private static final int FEW = 64;

  private long[] offsets = new long[FEW];
  private long[] lengths = new long[FEW];
  private int[] indexes = new int[FEW];
  private Flaw[] flaws = new Flaw[FEW];
  private int size;

  /**
   * One more value.
   *
   * @param offset its first byte in the uncompressed file
   * @param length its bytes
   * @param index its place in the array around it, from 0; -1 outside arrays
   * @param flaw why it is not to be decoded, or null
   */
  void add(long offset, long length, int index, Flaw flaw) {
    if (size == offsets.length) {
      grow();
    }
    offsets[size] = offset;
    lengths[size] = length;
    indexes[size] = index;
    flaws[size] = flaw;
    size++;
  }

  private void grow() {
    offsets = Arrays.copyOf(offsets, 2 * size);
    lengths = Arrays.copyOf(lengths, 2 * size);
    indexes = Arrays.copyOf(indexes, 2 * size);
    flaws = Arrays.copyOf(flaws, 2 * size);
  }

  /**
   * Says that the bytes end at {@code end} because they cannot be read further: a value that seemed
   * truncated there is unreadable.
   */
  void breakOff(long end, Flaw flaw) {
    if (size > 0 && flaws[size - 1] != null && flaws[size - 1].reason() == Reason.TRUNCATED) {
      flaws[size - 1] = flaw;
      return;
    }
    add(end, 0, -1, flaw);
  }

  int size() {
    return size;
  }

  long offset(int frame) {
    return offsets[frame];
  }

  long length(int frame) {
    return lengths[frame];
  }

  int index(int frame) {
    return indexes[frame];
  }

  /** Why the value is not to be decoded, or null. */
  Flaw flaw(int frame) {
    return flaws[frame];
  }

  /** Where the next value is sought after this one. */
  long nextOffset(int frame) {
    if (flaws[frame] != null && flaws[frame].reason() == Reason.UNREADABLE) {
      return ReadPosition.END;
    }
    return offsets[frame] + lengths[frame];
  }

  /** The place of the value after this one in the array around both, or -1. */
  int nextIndex(int frame) {
    boolean ends = flaws[frame] != null && flaws[frame].reason() == Reason.TRUNCATED;
    return indexes[frame] < 0 || ends ? -1 : indexes[frame] + 1;
  }
}
