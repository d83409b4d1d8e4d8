package io.banwatch.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Many blocks of addresses, merged where they touch and found by binary search: 32 bytes a block,
 * about 16 comparisons an address. Immutable.
 */
final class AddressBlocks {
  private final long[] firstHigh;
  private final long[] firstLow;
  private final long[] lastHigh;
  private final long[] lastLow;

  private AddressBlocks(List<AddressBlock> merged) {
    int size = merged.size();
    firstHigh = new long[size];
    firstLow = new long[size];
    lastHigh = new long[size];
    lastLow = new long[size];
    for (int i = 0; i < size; i++) {
      AddressBlock block = merged.get(i);
      firstHigh[i] = block.first().high();
      firstLow[i] = block.first().low();
      lastHigh[i] = block.last().high();
      lastLow[i] = block.last().low();
    }
  }

  /** The union of these blocks, in whatever order they come. */
  static AddressBlocks of(Collection<AddressBlock> blocks) {
    List<AddressBlock> sorted = new ArrayList<>(blocks);
    sorted.sort(Comparator.comparing(AddressBlock::first));
    List<AddressBlock> merged = new ArrayList<>(sorted.size());
    AddressBlock open = null;
    for (AddressBlock block : sorted) {
      if (open == null) {
        open = block;
      } else if (block.first().compareTo(open.last().next()) <= 0) {
        Address last = block.last().compareTo(open.last()) > 0 ? block.last() : open.last();
        open = new AddressBlock(open.first(), last);
      } else {
        merged.add(open);
        open = block;
      }
    }
    if (open != null) {
      merged.add(open);
    }
    return new AddressBlocks(merged);
  }

  /** Whether any of the blocks holds the address. */
  boolean contains(Address address) {
    int low = 0;
    int high = firstHigh.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (Address.compare(address.high(), address.low(), firstHigh[middle], firstLow[middle]) < 0) {
        high = middle - 1;
      } else if (Address.compare(address.high(), address.low(), lastHigh[middle], lastLow[middle])
          > 0) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** How many blocks are left after merging. */
  int size() {
    return firstHigh.length;
  }
}
