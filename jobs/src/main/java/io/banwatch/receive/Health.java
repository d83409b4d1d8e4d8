package io.banwatch.receive;

import java.util.List;

/**
 * Whether a service does its work.
 *
 * @param healthy whether it does
 * @param reasons why not, a sentence each; when it does, what a person should know all the same
 */
public record Health(boolean healthy, List<String> reasons) {
  /** All is well. */
  public static final Health GOOD = new Health(true, List.of());

  public Health {
    reasons = List.copyOf(reasons);
  }
}
