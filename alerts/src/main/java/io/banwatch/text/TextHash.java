package io.banwatch.text;

/** 64-bit hashes of texts, so that what is only compared is remembered without its name. */
public final class TextHash {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private TextHash() {}

  /** The 64-bit FNV-1a hash of a text (draft-eastlake-fnv), over its UTF-16 units. */
  public static long of(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
