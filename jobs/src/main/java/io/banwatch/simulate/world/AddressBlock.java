package io.banwatch.simulate.world;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.commons.rng.UniformRandomProvider;

/** A block of addresses. */
final class AddressBlock {
  private final byte[] first;
  private final int prefix;

  /**
   * A block.
   *
   * @param first its first address, 4 or 16 bytes
   * @param prefix length of the network part, bits
   */
  private AddressBlock(byte[] first, int prefix) {
    this.first = first;
    this.prefix = prefix;
  }

  /** The block of a text in CIDR notation. */
  static AddressBlock of(String cidr) {
    int slash = cidr.indexOf('/');
    try {
      byte[] first = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
      return new AddressBlock(first, Integer.parseInt(cidr.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address block: " + cidr, e);
    }
  }

  /** An address of the block in canonical text, never the first or the last of an IPv4 block. */
  String address(UniformRandomProvider random) {
    return first.length == 4 ? ipv4(random) : ipv6(random);
  }

  private String ipv4(UniformRandomProvider random) {
    int base = 0;
    for (byte part : first) {
      base = base << 8 | Byte.toUnsignedInt(part);
    }
    int address = base + 1 + random.nextInt((1 << (32 - prefix)) - 2);
    return (address >>> 24)
        + "."
        + (address >>> 16 & 255)
        + "."
        + (address >>> 8 & 255)
        + "."
        + (address & 255);
  }

  /** No group that is drawn is zero, so that the text needs no shortening (RFC 5952). */
  private String ipv6(UniformRandomProvider random) {
    StringBuilder text = new StringBuilder(39);
    for (int group = 0; group < 8; group++) {
      int base =
          Byte.toUnsignedInt(first[2 * group]) << 8 | Byte.toUnsignedInt(first[2 * group + 1]);
      int free = Math.min(16, Math.max(0, 16 * (group + 1) - prefix));
      int drawn = free == 0 ? 0 : 1 + random.nextInt((1 << free) - 1);
      text.append(group == 0 ? "" : ":").append(Integer.toHexString(base | drawn));
    }
    return text.toString();
  }
}
