package io.banwatch.place;

import java.util.Set;

/**
 * What is known of networks from the bundled lists: which host servers, which sell VPNs, which
 * reach their users by satellite, and which addresses are no public ones. Immutable.
 */
final class NetworkKinds {
  private static final AddressBlock GLOBAL_UNICAST = AddressBlock.parse("2000::/3");

  private final AddressBlocks specialPurpose = NetworkList.blocks("special-purpose.txt");
  private final AddressBlocks hosting =
      NetworkList.blocks("datacenter-ipv4.txt", "datacenter-ipv6.txt");
  private final AddressBlocks vpn = NetworkList.blocks("vpn-ipv4.txt", "vpn-ipv6.txt");
  private final Set<Long> hostingSystems = NetworkList.systems("datacenter-asn.txt");
  private final Set<Long> vpnSystems = NetworkList.systems("vpn-asn.txt");
  private final Set<Long> satelliteSystems = NetworkList.systems("satellite-asn.txt");

  private NetworkKinds() {}

  /** The bundled lists, read once for the whole process. */
  static NetworkKinds bundled() {
    return Bundled.KINDS;
  }

  /**
   * What kind of network this is. VPN wins over hosting, since VPN services rent servers.
   *
   * @param address a public address
   * @param system its autonomous system number, or 0 when unknown
   */
  NetworkKind kindOf(Address address, long system) {
    if (vpnSystems.contains(system) || vpn.contains(address)) {
      return NetworkKind.VPN;
    }
    if (hostingSystems.contains(system) || hosting.contains(address)) {
      return NetworkKind.HOSTING;
    }
    return NetworkKind.ACCESS;
  }

  /** Whether its addresses tell where a ground station stands, and not where the user is. */
  boolean satellite(long system) {
    return satelliteSystems.contains(system);
  }

  /** Whether a host on the internet may have this address. */
  boolean publicAddress(Address address) {
    if (address.ipv6() && !GLOBAL_UNICAST.contains(address)) {
      return false;
    }
    return !specialPurpose.contains(address);
  }

  private static final class Bundled {
    static final NetworkKinds KINDS = new NetworkKinds();
  }
}
