package io.banwatch.detect;

/**
 * The requests that one key made within the last minutes, by the hash of their ids, so that a
 * record delivered twice counts once. Two generations of an open-addressed set; a full or an old
 * one is dropped, so memory is bounded whatever the key sends.
 */
public class RecentRequests {
  /** A repeat within this time is recognised; up to twice as long while the key is slow. */
  static final long REMEMBERED_MILLIS = 10 * 60_000L;

  /** Ids in one generation, at most: 16 KB a generation. */
  static final int MOST = 1_024;

  private static final int SMALLEST = 8;

  /** Hashes of this generation, 0 for an empty slot; a power of two long, at most half full. */
  public long[] current = new long[0];

  /** Hashes of the generation before. */
  public long[] previous = new long[0];

  /** How many hashes stand in {@link #current}. */
  public int size;

  /** When this generation began, epoch milliseconds. */
  public long since;

  /**
   * Remembers a request.
   *
   * @param hash of its id; 0 when it has none, then it is never a repeat
   * @param at event time, epoch milliseconds
   * @return whether it is new
   */
  boolean add(long hash, long at) {
    if (hash == 0) {
      return true;
    }
    if (contains(current, hash) || contains(previous, hash)) {
      return false;
    }
    if (size >= MOST || at - since > REMEMBERED_MILLIS) {
      boolean old = at - since > 2 * REMEMBERED_MILLIS;
      previous = old ? new long[0] : current;
      current = new long[0];
      size = 0;
      since = at;
    }
    if (2 * (size + 1) > current.length) {
      grow();
    }
    insert(current, hash);
    size++;
    return true;
  }

  private void grow() {
    long[] larger = new long[Math.max(SMALLEST, 2 * current.length)];
    for (long hash : current) {
      if (hash != 0) {
        insert(larger, hash);
      }
    }
    current = larger;
  }

  private static void insert(long[] hashes, long hash) {
    int mask = hashes.length - 1;
    int slot = slotOf(hash, mask);
    while (hashes[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    hashes[slot] = hash;
  }

  private static boolean contains(long[] hashes, long hash) {
    if (hashes.length == 0) {
      return false;
    }
    int mask = hashes.length - 1;
    int slot = slotOf(hash, mask);
    while (hashes[slot] != 0) {
      if (hashes[slot] == hash) {
        return true;
      }
      slot = (slot + 1) & mask;
    }
    return false;
  }

  private static int slotOf(long hash, int mask) {
    return (int) (hash ^ (hash >>> 32)) & mask;
  }
}
