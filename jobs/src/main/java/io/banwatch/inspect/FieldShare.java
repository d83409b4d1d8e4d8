package io.banwatch.inspect;

/**
 * How much of a log has a field.
 *
 * @param field what is meant
 * @param present records that have it
 * @param expected records that can be expected to have it
 */
public record FieldShare(Field field, long present, long expected) {
  /** Records without a field now and then are ordinary: a scan has no key, a probe no client. */
  private static final double ENOUGH = 0.9;

  /** Whether most records that should have it lack nothing, or some where those are enough. */
  public boolean isEnough() {
    if (field.isEnoughInSome()) {
      return present > 0 || expected == 0;
    }
    return present >= ENOUGH * expected;
  }

  /** In percent, 0 to 100, rounded down. */
  public long percent() {
    return expected == 0 ? 0 : 100 * present / expected;
  }
}
