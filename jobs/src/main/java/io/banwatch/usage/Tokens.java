package io.banwatch.usage;

/**
 * The tokens of one request, each kind apart, since gateways disagree on what "input" holds. Zero
 * where the log has none.
 *
 * @param uncachedInput input that no cache served, 0 to {@link #MOST}
 * @param cacheRead input read from the vendor's cache, 0 to {@link #MOST}
 * @param cacheWrite input written to the vendor's cache, 0 to {@link #MOST}
 * @param output output with reasoning, 0 to {@link #MOST}
 */
public record Tokens(long uncachedInput, long cacheRead, long cacheWrite, long output) {
  /** No request of any vendor comes near; a larger number is a broken field. */
  public static final long MOST = 100_000_000L;

  /** A request whose log has no tokens. */
  public static final Tokens NONE = new Tokens(0, 0, 0, 0);

  private static final long CACHE_READS_PER_TOKEN = 10;

  /**
   * Input as it weighs at the vendor: uncached and cache writes in full, cache reads at a tenth
   * (Anthropic counts none of them against the limit and bills a tenth; rate limits page of
   * 2026-08).
   */
  public long weighedInput() {
    return uncachedInput + cacheWrite + cacheRead / CACHE_READS_PER_TOKEN;
  }
}
