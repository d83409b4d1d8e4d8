package io.banwatch.simulate.world;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random streams that depend on nothing but the seed, a purpose and an index, so that a change to
 * one key leaves every other key's stream as it was.
 *
 * <p>A stream is a xoroshiro128++ whose two words are the SplitMix64 finaliser (Steele, Lea, Flood:
 * Fast Splittable Pseudorandom Number Generators, 2014) of seed, purpose and index.
 */
public final class Seeds {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long seed;

  public Seeds(long seed) {
    this.seed = seed;
  }

  /** The stream for one purpose and index. */
  public UniformRandomProvider stream(String purpose, long index) {
    long first = bits(purpose, index);
    return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {first, mix(first + GOLDEN_GAMMA)});
  }

  /** 64 bits that look random, the same for the same seed, purpose and index. */
  public long bits(String purpose, long index) {
    long state = mix(seed + GOLDEN_GAMMA);
    for (int i = 0; i < purpose.length(); i++) {
      state = mix(state + purpose.charAt(i) + GOLDEN_GAMMA);
    }
    return mix(state + index * GOLDEN_GAMMA);
  }

  /** A number in [0, 1) that looks random, the same for the same seed, purpose and index. */
  public double fraction(String purpose, long index) {
    return (bits(purpose, index) >>> 11) * 0x1.0p-53;
  }

  /** The SplitMix64 finaliser. */
  public static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
