package io.banwatch.detect;

import java.util.List;

/**
 * The share of an account's keys that rise, from a sample of bounded size: the active keys with the
 * smallest hashes, which is a uniform sample however often each of them sends (bottom-k sampling;
 * Cohen and Kaplan, "Summarizing data using bottom-k sketches", PODC 2007). Up to {@link #MOST}
 * keys it is exact.
 */
final class GrowthSample {
  /** Sixty-four keys tell a share to within about six per cent. */
  static final int MOST = 64;

  private static final long ACTIVE_MILLIS = 10 * 60_000L;
  private static final long RISING_MILLIS = 5 * 60_000L;
  private static final double HASHES = Math.pow(2, 63);

  private final List<SiblingState> siblings;

  GrowthSample(List<SiblingState> siblings) {
    this.siblings = siblings;
  }

  /**
   * Sees a key's sum.
   *
   * @param rising bits of the measures and windows in which it rises beyond its record
   */
  void see(String key, long at, int rising) {
    long hash = hash(key);
    SiblingState sibling = place(hash, at);
    if (sibling == null || at < sibling.at) {
      return;
    }
    sibling.hash = hash;
    sibling.at = at;
    sibling.rising = rising;
  }

  /** How many keys are sampled, active or not: no more of them can be rising. */
  int size() {
    return siblings.size();
  }

  /** How many sampled keys sent within ten minutes. */
  int active(long now) {
    int active = 0;
    for (SiblingState sibling : siblings) {
      active += sibling.at > now - ACTIVE_MILLIS ? 1 : 0;
    }
    return active;
  }

  /** Of them, how many were rising in any measure and window. */
  int rising(long now) {
    int rising = 0;
    for (SiblingState sibling : siblings) {
      rising += sibling.rising != 0 && sibling.at > now - RISING_MILLIS ? 1 : 0;
    }
    return rising;
  }

  /**
   * Of them, how many were rising in a measure and window when they last sent, within five minutes.
   *
   * @param place of the measure and window
   */
  int rising(long now, int place) {
    int rising = 0;
    for (SiblingState sibling : siblings) {
      rising += (sibling.rising >> place & 1) != 0 && sibling.at > now - RISING_MILLIS ? 1 : 0;
    }
    return rising;
  }

  /** How many active keys the account has; an estimate from the largest hash once it is full. */
  int keys(long now) {
    int active = active(now);
    if (siblings.size() < MOST) {
      return active;
    }
    double largest = siblings.stream().mapToLong(sibling -> sibling.hash).max().orElse(0);
    double seen = (MOST - 1) / (largest / HASHES);
    return (int) Math.max(Math.round(seen * active / MOST), active);
  }

  private SiblingState place(long hash, long at) {
    SiblingState largest = null;
    SiblingState gone = null;
    for (SiblingState sibling : siblings) {
      if (sibling.hash == hash) {
        return sibling;
      }
      if (largest == null || sibling.hash > largest.hash) {
        largest = sibling;
      }
      if (sibling.at <= at - ACTIVE_MILLIS) {
        gone = sibling;
      }
    }
    if (siblings.size() < MOST) {
      SiblingState added = new SiblingState();
      siblings.add(added);
      return added;
    }
    SiblingState replaced = gone != null ? gone : hash < largest.hash ? largest : null;
    if (replaced != null) {
      replaced.at = 0;
    }
    return replaced;
  }

  /** 63 bits, not negative: FNV-1a, finished with the mixer of SplitMix64 (Steele et al., 2014). */
  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return (hash ^ (hash >>> 31)) >>> 1;
  }
}
