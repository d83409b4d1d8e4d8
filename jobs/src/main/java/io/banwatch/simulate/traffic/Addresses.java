package io.banwatch.simulate.traffic;

import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.KeyKind;
import io.banwatch.simulate.world.Network;
import io.banwatch.simulate.world.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Where a key's requests come from: a person's home (some have IPv6 beside IPv4) and, from Tuesday
 * to Thursday, the office's one exit; a service's one exit.
 */
final class Addresses {
  private static final int TUESDAY = 1;
  private static final int THURSDAY = 3;
  private static final double WITH_IPV6 = 0.35;

  private final LocalClock clock;
  private final String home4;
  private final String home6;
  private final String office;

  Addresses(ApiKey key, Seeds seeds) {
    UniformRandomProvider random = seeds.stream("addresses", key.index());
    this.clock = new LocalClock(key.home().zone());
    Network home = key.home();
    boolean person = key.kind() == KeyKind.PERSON;
    this.home4 = person ? home.address4(random) : exit(home, seeds, key.index());
    boolean both = person && home.ipv6() != null && random.nextDouble() < WITH_IPV6;
    this.home6 = both ? home.address6(random) : home4;
    this.office = key.office() == null ? null : exit(key.office(), seeds, 0);
  }

  /** The exit that everyone behind it shares: one an office, one a service. */
  private static String exit(Network network, Seeds seeds, long index) {
    return switch (network.use()) {
      case OFFICE -> network.address4(seeds.stream("office-exit " + network.name(), 0));
      case HOME, HOSTING, VPN -> network.address4(seeds.stream("service-exit", index));
    };
  }

  String at(long micros, UniformRandomProvider random) {
    if (office != null) {
      int weekday = clock.weekday(micros);
      double hour = clock.hour(micros);
      if (weekday >= TUESDAY && weekday <= THURSDAY && hour >= 9 && hour < 18) {
        return office;
      }
    }
    return random.nextBoolean() ? home4 : home6;
  }
}
