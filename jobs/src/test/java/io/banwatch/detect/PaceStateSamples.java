package io.banwatch.detect;

import io.banwatch.usage.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Pace states as they become in real life, for tests of their size. */
public final class PaceStateSamples {
  private static final int SEED = 7;

  private PaceStateSamples() {}

  /** The state of a key that uses the cache, after this many days of uneven traffic and an hour. */
  public static PaceState busyFor(int days) {
    KeyTraffic requests = new KeyTraffic(new RequestSurge());
    KeyTraffic tokens = new KeyTraffic(new TokenBurst());
    Random random = new Random(SEED);
    Instant until = KeyTraffic.day(days).plus(Duration.ofHours(1));
    Instant at = KeyTraffic.START;
    while (at.isBefore(until)) {
      requests.sendAt(at);
      tokens
          .with(new Tokens(random.nextInt(4_000), random.nextInt(9_000), random.nextInt(900), 300))
          .sendAt(at);
      at = at.plusMillis(1 + (long) (-Math.log(1 - random.nextDouble()) * 60_000));
    }
    PaceState both = new PaceState();
    both.requests = requests.state.pace.requests;
    both.tokens = tokens.state.pace.tokens;
    return both;
  }
}
