package io.banwatch.usage;

/**
 * What the vendor said, with its answer, of the rate limits that the request counted against.
 *
 * @param requestsAllowed how many requests a period allows; {@link #UNKNOWN} when it did not say
 * @param requestsRemaining how many of them are left
 * @param tokensAllowed how many tokens a period allows
 * @param tokensRemaining how many of them are left
 */
public record RateLimits(
    long requestsAllowed, long requestsRemaining, long tokensAllowed, long tokensRemaining) {
  /** Stands for what the vendor did not say. */
  public static final long UNKNOWN = -1;

  /** No vendor allows as much; a larger number is a broken field. */
  public static final long MOST = 1_000_000_000_000L;

  /**
   * The limits; negative numbers stand for what is not known.
   *
   * @return null when nothing is known
   */
  public static RateLimits of(
      long requestsAllowed, long requestsRemaining, long tokensAllowed, long tokensRemaining) {
    if (requestsAllowed < 0 && requestsRemaining < 0 && tokensAllowed < 0 && tokensRemaining < 0) {
      return null;
    }
    return new RateLimits(
        Math.max(UNKNOWN, requestsAllowed),
        Math.max(UNKNOWN, requestsRemaining),
        Math.max(UNKNOWN, tokensAllowed),
        Math.max(UNKNOWN, tokensRemaining));
  }
}
