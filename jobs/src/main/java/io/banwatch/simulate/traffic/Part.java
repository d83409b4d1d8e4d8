package io.banwatch.simulate.traffic;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a story does to one key.
 *
 * @param added requests it adds
 * @param change what it makes of a request that it did not add: the same, a changed one, or null
 *     when that request does not happen
 */
public record Part(List<RequestSource> added, UnaryOperator<Request> change) {
  /** Adds requests, and leaves the others alone. */
  public static Part adding(RequestSource... added) {
    return new Part(List.of(added), UnaryOperator.identity());
  }

  /** Changes requests, and adds none. */
  public static Part changing(UnaryOperator<Request> change) {
    return new Part(List.of(), change);
  }
}
