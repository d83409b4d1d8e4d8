package io.banwatch.simulate.traffic;

import io.banwatch.simulate.world.Account;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.KeyKind;
import io.banwatch.simulate.world.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How often requests fail for no reason of the key's own. A vendor has bad hours, the same for all
 * of its keys: they depend on nothing but seed, vendor and hour.
 */
final class Weather {
  private static final double BAD_HOURS = 0.015;
  private static final double OVERLOADED_IN_BAD_HOURS = 0.06;
  private static final double OVERLOADED = 0.0015;
  private static final double RATE_LIMITED = 0.002;
  private static final double SERVER_ERROR = 0.0007;
  private static final double TIMEOUT = 0.0003;
  private static final double INVALID = 0.0015;
  private static final double UNKNOWN_MODEL = 0.001;

  private final Seeds seeds;

  Weather(Seeds seeds) {
    this.seeds = seeds;
  }

  /** How the request fails, or null when it does not. */
  Failure failure(ApiKey key, long start, UniformRandomProvider random) {
    double drawn = random.nextDouble();
    drawn -= bad(key.account(), start) ? OVERLOADED_IN_BAD_HOURS : OVERLOADED;
    if (drawn < 0) {
      return Failure.OVERLOADED;
    }
    drawn -= RATE_LIMITED;
    if (drawn < 0) {
      return Failure.RATE_LIMITED;
    }
    drawn -= SERVER_ERROR;
    if (drawn < 0) {
      return Failure.SERVER_ERROR;
    }
    drawn -= TIMEOUT;
    if (drawn < 0) {
      return Failure.TIMEOUT;
    }
    drawn -= INVALID;
    if (drawn < 0) {
      return Failure.INVALID_REQUEST;
    }
    drawn -= UNKNOWN_MODEL;
    return drawn < 0 && key.kind() == KeyKind.PERSON ? Failure.UNKNOWN_MODEL : null;
  }

  private boolean bad(Account account, long start) {
    long hour = Math.floorDiv(start, Time.HOUR);
    return seeds.fraction("bad-hours-" + account.vendor().word(), hour) < BAD_HOURS;
  }
}
