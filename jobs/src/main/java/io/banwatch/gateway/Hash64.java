package io.banwatch.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * 64-bit hashes that identify keys and requests: the first half of MurmurHash3 x64 128, the same on
 * every machine and in every run. Never 0, which stands for no identity.
 */
public final class Hash64 {
  private static final int SEED = 0;

  private Hash64() {}

  /**
   * What keyed state is keyed by: one gateway key at one vendor.
   *
   * @param key the key's hash or name, as in {@link io.banwatch.usage.UsageEvent#key()}
   * @param vendor the vendor's id
   */
  public static long ofKey(String key, String vendor) {
    byte[] text = (key + '\n' + vendor).getBytes(StandardCharsets.UTF_8);
    return of(text, 0, text.length);
  }

  /** Several hashes or numbers as one. */
  static long of(long first, long second, long third, long fourth, long fifth) {
    ByteBuffer bytes = ByteBuffer.allocate(5 * Long.BYTES);
    bytes.putLong(first).putLong(second).putLong(third).putLong(fourth).putLong(fifth);
    return of(bytes.array(), 0, bytes.capacity());
  }

  /** A hash of these bytes. */
  static long of(byte[] bytes, int from, int to) {
    long hash = MurmurHash3.hash128x64(bytes, from, to - from, SEED)[0];
    return hash == 0 ? 1 : hash;
  }
}
