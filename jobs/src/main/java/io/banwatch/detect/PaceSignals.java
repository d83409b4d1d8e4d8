package io.banwatch.detect;

import java.util.Set;

/** Which signals judge pace: their alerts about a key wait for what its siblings do. */
final class PaceSignals {
  private static final Set<String> IDS = Set.of(RequestSurge.ID, TokenBurst.ID);

  private PaceSignals() {}

  static boolean isPace(String signal) {
    return IDS.contains(signal);
  }
}
