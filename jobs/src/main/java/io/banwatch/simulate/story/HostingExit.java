package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Network;
import io.banwatch.simulate.world.NetworkUse;
import java.util.List;

/** Requests from a hosting provider that the key never used. */
final class HostingExit extends Excursion {
  HostingExit() {
    super(
        "hosting-exit",
        "requests from a rented server",
        "6 hours from a hosting provider, of the same city where there is one",
        0,
        6 * Time.HOUR);
  }

  @Override
  public List<String> signals() {
    return List.of("new-network");
  }

  @Override
  Network destination(ApiKey key) {
    return key.home().nearest(NetworkUse.HOSTING);
  }
}
