package io.banwatch.measure;

import io.banwatch.metric.FieldNames;
import io.banwatch.metric.PointWriter;
import io.banwatch.usage.RateLimits;

/**
 * The rate limits of one model in a slice: of all that the vendor said the least that was left,
 * with its limit. Plain public fields as in {@link KeySlices}.
 */
public class ModelLimits {
  /** The model as it stands in tags. */
  public String model = "";

  /** Requests that a period allows; {@link RateLimits#UNKNOWN} when nobody said. */
  public long requestsAllowed = RateLimits.UNKNOWN;

  /** Of them, the least that was left. */
  public long requestsRemaining = RateLimits.UNKNOWN;

  /** Tokens that a period allows. */
  public long tokensAllowed = RateLimits.UNKNOWN;

  /** Of them, the least that was left. */
  public long tokensRemaining = RateLimits.UNKNOWN;

  void add(RateLimits limits) {
    add(
        limits.requestsAllowed(),
        limits.requestsRemaining(),
        limits.tokensAllowed(),
        limits.tokensRemaining());
  }

  void add(ModelLimits other) {
    add(other.requestsAllowed, other.requestsRemaining, other.tokensAllowed, other.tokensRemaining);
  }

  private void add(long requests, long requestsLeft, long tokens, long tokensLeft) {
    if (isTighter(requestsLeft, requests, requestsRemaining, requestsAllowed)) {
      requestsAllowed = requests;
      requestsRemaining = requestsLeft;
    }
    if (isTighter(tokensLeft, tokens, tokensRemaining, tokensAllowed)) {
      tokensAllowed = tokens;
      tokensRemaining = tokensLeft;
    }
  }

  /** Less is left, or as much of less; what is not known comes last. */
  private static boolean isTighter(long left, long allowed, long knownLeft, long knownAllowed) {
    int order = Long.compareUnsigned(left, knownLeft);
    return order < 0 || (order == 0 && Long.compareUnsigned(allowed, knownAllowed) < 0);
  }

  /** Adds the fields of what is known. */
  void write(PointWriter point) {
    known(point, FieldNames.REQUESTS_ALLOWED, requestsAllowed);
    known(point, FieldNames.REQUESTS_REMAINING, requestsRemaining);
    known(point, FieldNames.TOKENS_ALLOWED, tokensAllowed);
    known(point, FieldNames.TOKENS_REMAINING, tokensRemaining);
    double requests = used(requestsAllowed, requestsRemaining);
    double tokens = used(tokensAllowed, tokensRemaining);
    point.with(
        FieldNames.USED_SHARE, tokens > requests || Double.isNaN(requests) ? tokens : requests);
  }

  private static void known(PointWriter point, String name, long number) {
    if (number != RateLimits.UNKNOWN) {
      point.with(name, number);
    }
  }

  /** Of a limit, 0 to 1; NaN when it is not known. */
  private static double used(long allowed, long remaining) {
    boolean known = allowed > 0 && remaining != RateLimits.UNKNOWN;
    return known ? 1 - (double) Math.min(remaining, allowed) / allowed : Double.NaN;
  }
}
