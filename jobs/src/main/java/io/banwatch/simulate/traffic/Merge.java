package io.banwatch.simulate.traffic;

import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The requests of all keys in the order of their end. Holds one request a key. */
public final class Merge {
  private final PriorityQueue<KeyTraffic> queue =
      new PriorityQueue<>(
          Comparator.comparingLong((KeyTraffic traffic) -> traffic.head().end)
              .thenComparingInt(traffic -> traffic.head().key.index()));

  public Merge(Collection<KeyTraffic> keys) {
    for (KeyTraffic key : keys) {
      if (key.head() != null) {
        queue.add(key);
      }
    }
  }

  /** The next request, or null after the last. */
  public Request next() {
    KeyTraffic first = queue.poll();
    if (first == null) {
      return null;
    }
    Request request = first.head();
    first.advance();
    if (first.head() != null) {
      queue.add(first);
    }
    return request;
  }
}
