package io.banwatch.detect;

/**
 * A part of an account that was answered that it is disabled.
 *
 * @param name the deployment, or empty for the whole account
 * @param disabledAt event time of the newest such answer, epoch milliseconds
 * @param answeredAt when the newest request began that was answered with {@code ok}, epoch
 *     milliseconds; 0 before one
 */
public record DisabledPlace(String name, long disabledAt, long answeredAt) {
  /** Whether the vendor answers here again. */
  boolean over() {
    return answeredAt > disabledAt;
  }

  DisabledPlace disabled(long at) {
    return new DisabledPlace(name, Math.max(disabledAt, at), answeredAt);
  }

  DisabledPlace answered(long at) {
    return new DisabledPlace(name, disabledAt, Math.max(answeredAt, at));
  }
}
