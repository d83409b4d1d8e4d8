package io.banwatch.gateway;

/**
 * Identities of keys or accounts at a vendor, remembered: a log names few of them many times.
 * Bounded; not thread-safe.
 */
public final class Identities {
  /** A power of two. */
  private static final int MOST = 1 << 13;

  private final String[] names = new String[MOST];
  private final String[] vendors = new String[MOST];
  private final long[] identities = new long[MOST];

  /** The identity of a key or an account: see {@link Hash64#ofKey}. */
  public long of(String name, String vendor) {
    int hash = name.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (MOST - 1);
    if (!name.equals(names[slot]) || !vendor.equals(vendors[slot])) {
      names[slot] = name;
      vendors[slot] = vendor;
      identities[slot] = Hash64.ofKey(name, vendor);
    }
    return identities[slot];
  }
}
