package io.banwatch.simulate.traffic;

/** Requests of one key in the order of their start. */
@FunctionalInterface
public interface RequestSource {
  /** No requests. */
  RequestSource NONE = () -> null;

  /** The next request, starting no earlier than the one before; null after the last. */
  Request next();
}
