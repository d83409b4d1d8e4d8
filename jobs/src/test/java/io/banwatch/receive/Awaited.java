package io.banwatch.receive;

import java.util.concurrent.locks.LockSupport;

/** Waits for what other threads do. */
final class Awaited {
  private static final long LONGEST_NANOS = 20_000_000_000L;
  private static final long LOOK_NANOS = 5_000_000L;

  /** What is waited for. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  private Awaited() {}

  static void until(Condition condition) {
    long end = System.nanoTime() + LONGEST_NANOS;
    while (!holds(condition)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("did not come true in 20 seconds");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private static boolean holds(Condition condition) {
    try {
      return condition.holds();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
