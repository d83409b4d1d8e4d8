package io.banwatch.place;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.banwatch.text.AddressNotation;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An IP address as a number of 128 bits. IPv4 stands where IPv6 maps it ({@code ::ffff:0:0/96}, RFC
 * 4291 section 2.5.5.2), so that both notations of one IPv4 address are equal.
 *
 * @param high the upper 64 bits, unsigned
 * @param low the lower 64 bits, unsigned
 */
public record Address(long high, long low) implements Comparable<Address> {
  private static final int IPV4_BYTES = 4;
  private static final long IPV4_PREFIX = 0xffffL << 32;
  private static final int IPV4_BLOCK = 24;
  private static final int IPV6_BLOCK = 48;

  /** The IPv4 address with these 32 bits. */
  static Address ofIpv4(long bits) {
    return new Address(0, IPV4_PREFIX | bits);
  }

  /**
   * Reads an address, and never asks a name server.
   *
   * @param text IPv4 with four decimal parts, or IPv6; no port, zone, block or name
   * @return the address, or empty when the text is none
   */
  public static Optional<Address> parse(String text) {
    if (text.indexOf('/') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(AddressNotation.block(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Address of(IPAddress address) {
    return of(address.getBytes());
  }

  private static Address of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length == IPV4_BYTES) {
      return ofIpv4(Integer.toUnsignedLong(buffer.getInt()));
    }
    return new Address(buffer.getLong(), buffer.getLong());
  }

  /** Whether it is an IPv6 address, mapped ones aside. */
  public boolean ipv6() {
    return high != 0 || low >>> 32 != 0xffff;
  }

  /** The block that may leave the house in its stead: /24 of IPv4, /48 of IPv6, as text. */
  public String block() {
    int length = ipv6() ? IPV6_BLOCK : IPV4_BLOCK;
    return new IPAddressString(toInetAddress().getHostAddress())
        .getAddress()
        .toPrefixBlock(length)
        .toCanonicalString();
  }

  InetAddress toInetAddress() {
    ByteBuffer buffer =
        ipv6()
            ? ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low)
            : ByteBuffer.allocate(IPV4_BYTES).putInt((int) low);
    try {
      return InetAddress.getByAddress(buffer.array());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 and 16 bytes are always an address", e);
    }
  }

  @Override
  public int compareTo(Address other) {
    return compare(high, low, other.high, other.low);
  }

  /** Compares two unsigned numbers of 128 bits. */
  static int compare(long high, long low, long otherHigh, long otherLow) {
    int upper = Long.compareUnsigned(high, otherHigh);
    return upper != 0 ? upper : Long.compareUnsigned(low, otherLow);
  }

  /** The next address, or itself at the very end. */
  Address next() {
    if (low != -1) {
      return new Address(high, low + 1);
    }
    return high != -1 ? new Address(high + 1, 0) : this;
  }
}
