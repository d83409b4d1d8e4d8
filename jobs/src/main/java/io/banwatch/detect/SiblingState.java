package io.banwatch.detect;

/** One sampled key of an account. */
public class SiblingState {
  /** Hash of the key: uniform, so that the smallest hashes are a fair sample. */
  public long hash;

  /** Event time of its newest sum, epoch milliseconds. */
  public long at;

  /**
   * In which measures and windows it was rising then, beyond its record: bits at {@link
   * AboveRecord#place}.
   */
  public int rising;
}
