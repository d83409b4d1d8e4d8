package io.banwatch.log;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * What a file is recognised by, whatever it is called and wherever it stands: hashes of its first
 * uncompressed bytes, at most {@link #MOST}. It covers only bytes of values that were read whole,
 * so that a torn value that its writer takes back does not change it. Several lengths are hashed,
 * so that a file that is still being copied can be told from another one early.
 *
 * @param length how many bytes are covered; 0 of a file of which nothing was read
 * @param hashes one for each of the fixed lengths that are smaller, and one of all bytes covered;
 *     64 bits of MurmurHash3 with the length as its seed
 */
public record Fingerprint(int length, List<Long> hashes) {
  /** How many bytes count at most. */
  static final int MOST = 1024;

  /** Of a file of which nothing was read. */
  static final Fingerprint NONE = new Fingerprint(0, List.of());

  private static final int[] LENGTHS = {16, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768};

  /** Whether a file is the one that has this fingerprint. */
  enum Match {
    /** It starts with the same bytes. */
    SAME,
    /** It starts with other bytes. */
    OTHER,
    /** It has too few bytes yet, and they are the same as far as can be told. */
    UNDECIDED
  }

  public Fingerprint {
    hashes = List.copyOf(hashes);
  }

  /** The fingerprint of the first {@code length} bytes, or of the first {@link #MOST}. */
  static Fingerprint of(byte[] head, long length) {
    int covered = (int) Math.min(MOST, length);
    if (covered == 0) {
      return NONE;
    }
    List<Long> hashes = new ArrayList<>();
    for (int i = 0; i < LENGTHS.length && LENGTHS[i] < covered; i++) {
      hashes.add(hash(head, LENGTHS[i]));
    }
    hashes.add(hash(head, covered));
    return new Fingerprint(covered, hashes);
  }

  /** The fixed length of the hash at an index that is not the last. */
  static int fixed(int index) {
    return LENGTHS[index];
  }

  /** The greatest fixed length within so many bytes; 0 when there is none. */
  static int fixedWithin(int bytes) {
    int greatest = 0;
    for (int length : LENGTHS) {
      greatest = length <= bytes ? length : greatest;
    }
    return greatest;
  }

  /** Whether nothing is covered: such a fingerprint matches nothing. */
  boolean isNone() {
    return length == 0;
  }

  /** Whether more bytes of a file could be covered, of which so many were read whole. */
  boolean mayGrow(long read) {
    return length < Math.min(MOST, read);
  }

  /**
   * Compares with the head of a file.
   *
   * @param head its first bytes
   * @param bytes how many
   */
  Match match(byte[] head, int bytes) {
    if (bytes >= length) {
      boolean same = hash(head, length) == hashes.get(hashes.size() - 1);
      return same ? Match.SAME : Match.OTHER;
    }
    int at = hashes.size() - 2;
    while (at >= 0 && LENGTHS[at] > bytes) {
      at--;
    }
    boolean differs = at >= 0 && hash(head, LENGTHS[at]) != hashes.get(at);
    return differs ? Match.OTHER : Match.UNDECIDED;
  }

  static long hash(byte[] head, int length) {
    return MurmurHash3.hash128x64(head, 0, length, length)[0];
  }
}
