package io.banwatch.gateway;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the texts of one kind of field become, remembered by their bytes: a log says the same few
 * thousand names, models and addresses over and over, and each is decoded, cleaned and allocated
 * once. Bounded: a new text takes the place of an older one. Not thread-safe.
 *
 * @param <T> what a text becomes
 */
final class RepeatedText<T> {
  /**
   * Makes something of a text.
   *
   * @param <T> what it becomes
   */
  @FunctionalInterface
  interface Reading<T> {
    /**
     * Reads one text.
     *
     * @param text the text, or its beginning
     * @param whole whether it is all of it
     */
    T read(String text, boolean whole);
  }

  /** Longer texts, in bytes, are read anew each time. */
  private static final int LONGEST_REMEMBERED = 300;

  /** Of longer texts only so many characters are read: enough for any credential to be hashed. */
  static final int LONGEST_READ = 2048;

  private static final int WAYS = 2;

  /** 2^64 over the golden ratio (Knuth, volume 3, section 6.4). */
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Reading<T> reading;
  private final JsonString string = new JsonString();
  private final byte[][] bytes;
  private final long[] hashes;
  private final Object[] values;
  private final int mask;

  /**
   * Remembers nothing yet.
   *
   * @param most how many texts are remembered, a power of two
   */
  RepeatedText(int most, Reading<T> reading) {
    if (Integer.bitCount(most) != 1 || most < WAYS) {
      throw new IllegalArgumentException("not a power of two: " + most);
    }
    this.reading = reading;
    bytes = new byte[most][];
    hashes = new long[most];
    values = new Object[most];
    mask = most - WAYS;
  }

  /**
   * What the JSON string becomes.
   *
   * @param buffer holds it
   * @param from the byte after its opening quote
   * @param limit where the buffer ends
   */
  T ofString(byte[] buffer, int from, int limit) {
    int furthest = Math.min(limit, from + LONGEST_REMEMBERED);
    int at = from;
    while (at < furthest && buffer[at] != '"') {
      at += buffer[at] == '\\' ? 2 : 1;
    }
    return at < furthest ? remembered(buffer, from, at, limit) : read(buffer, from, limit);
  }

  /**
   * What a number or another bare word becomes, read as text.
   *
   * @param from its first byte
   * @param to the byte after its last
   */
  T ofBareWord(byte[] buffer, int from, int to) {
    int length = Math.min(to - from, LONGEST_READ);
    String text = new String(buffer, from, length, StandardCharsets.ISO_8859_1);
    return reading.read(text, length == to - from);
  }

  @SuppressWarnings("unchecked")
  private T remembered(byte[] buffer, int from, int to, int limit) {
    long hash = hash(buffer, from, to);
    int slot = (int) (hash >>> 32) & mask;
    for (int way = slot; way < slot + WAYS; way++) {
      byte[] known = bytes[way];
      if (hashes[way] == hash
          && known != null
          && Arrays.equals(known, 0, known.length, buffer, from, to)) {
        return (T) values[way];
      }
    }
    T value = read(buffer, from, limit);
    bytes[slot + 1] = bytes[slot];
    hashes[slot + 1] = hashes[slot];
    values[slot + 1] = values[slot];
    bytes[slot] = Arrays.copyOfRange(buffer, from, to);
    hashes[slot] = hash;
    values[slot] = value;
    return value;
  }

  /**
   * By length and 24 bytes of the beginning, the middle and the end: names and ids differ in one of
   * them, and those that do not only take each other's place.
   */
  private static long hash(byte[] buffer, int from, int to) {
    int length = to - from;
    long hash = length;
    if (length < Long.BYTES) {
      for (int at = from; at < to; at++) {
        hash = (hash << Byte.SIZE) | (buffer[at] & 0xFF);
      }
      return mixed(hash);
    }
    hash = (hash ^ (long) EIGHT_BYTES.get(buffer, from)) * ODD;
    hash ^= (long) EIGHT_BYTES.get(buffer, from + (length - Long.BYTES) / 2);
    hash = Long.rotateLeft(hash, Integer.SIZE) * ODD;
    return mixed(hash ^ (long) EIGHT_BYTES.get(buffer, to - Long.BYTES));
  }

  /** David Stafford's thirteenth mixer of 64 bits ("Better Bit Mixing", 2011). */
  private static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  private T read(byte[] buffer, int from, int limit) {
    String text = string.decode(buffer, from, limit, LONGEST_READ);
    return reading.read(text, string.whole());
  }
}
