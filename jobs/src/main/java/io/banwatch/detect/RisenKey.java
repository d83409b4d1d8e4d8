package io.banwatch.detect;

/** A key of an account that sends more than it ever did. */
public class RisenKey {
  /** The key's hash. */
  public String key = "";

  /** Its name for people; empty when the gateway has none. */
  public String alias = "";

  /** Event time of the sum that said so, epoch milliseconds. */
  public long at;

  /** How much more its windows held then than ever before. */
  public AboveRecord above = new AboveRecord();

  /** Unique and readable: {@code alias#first 8 of its hash}. */
  String name() {
    return alias + "#" + key.substring(0, Math.min(key.length(), 8));
  }
}
