package io.banwatch.simulate.story;

import io.banwatch.simulate.traffic.Time;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Network;
import io.banwatch.simulate.world.NetworkUse;
import java.util.List;

/** Someone switches a VPN on. */
final class VpnSwitch extends Excursion {
  VpnSwitch() {
    super(
        "vpn",
        "a VPN switched on",
        "6 hours from a VPN exit, of the same city where there is one",
        0,
        6 * Time.HOUR);
  }

  @Override
  public List<String> signals() {
    return List.of("new-network");
  }

  @Override
  Network destination(ApiKey key) {
    return key.home().nearest(NetworkUse.VPN);
  }
}
