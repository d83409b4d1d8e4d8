package io.banwatch.gateway;

/**
 * Remembers the identities of the keys seen last, since a log names few keys many times. Not
 * thread-safe.
 */
final class KeyIdentities {
  private static final int MOST = 1 << 13;

  private final String[] keys = new String[MOST];
  private final String[] vendors = new String[MOST];
  private final long[] identities = new long[MOST];

  /** See {@link Hash64#ofKey}. */
  long of(String key, String vendor) {
    int hash = key.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (MOST - 1);
    if (!key.equals(keys[slot]) || !vendor.equals(vendors[slot])) {
      keys[slot] = key;
      vendors[slot] = vendor;
      identities[slot] = Hash64.ofKey(key, vendor);
    }
    return identities[slot];
  }
}
