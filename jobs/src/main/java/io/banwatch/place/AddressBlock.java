package io.banwatch.place;

import inet.ipaddr.IPAddress;
import io.banwatch.text.AddressNotation;

/**
 * Addresses that follow each other.
 *
 * @param first the lowest
 * @param last the highest, itself included
 */
record AddressBlock(Address first, Address last) {
  private static final int IPV4_BITS = 32;
  private static final int IPV4_PARTS = 4;
  private static final int LARGEST_PART = 255;

  /**
   * Reads a block in CIDR notation; a single address is a block of one.
   *
   * @throws IllegalArgumentException when the text is none, or bits are set below the prefix
   */
  static AddressBlock parse(String text) {
    AddressBlock plain = parsePlainIpv4(text);
    return plain != null ? plain : parseByLibrary(text);
  }

  private static AddressBlock parseByLibrary(String text) {
    try {
      IPAddress block = AddressNotation.block(text);
      int length = block.isPrefixed() ? block.getNetworkPrefixLength() : block.getBitCount();
      return below(Address.of(block), block.getBitCount() - length);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is no block of addresses; expected %s".formatted(text, e.getMessage()), e);
    }
  }

  /**
   * Reads what looks like {@code 203.0.113.0/24}. The bundled lists hold 53,000 such lines, for
   * which the library takes a third of a second when cold. Whatever looks different is left to it.
   *
   * @return null for what is not a plain IPv4 block
   */
  private static AddressBlock parsePlainIpv4(String text) {
    long bits = 0;
    int part = 0;
    int parts = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        part = part * 10 + c - '0';
        digits++;
        if (part > LARGEST_PART || digits > 3) {
          return null;
        }
      } else if (digits > 0 && c == (parts == IPV4_PARTS - 1 ? '/' : '.')) {
        bits = bits << Byte.SIZE | part;
        parts++;
        part = 0;
        digits = 0;
      } else {
        return null;
      }
    }
    boolean whole = parts == IPV4_PARTS && digits > 0 && part <= IPV4_BITS;
    return whole ? below(Address.ofIpv4(bits), IPV4_BITS - part) : null;
  }

  /** The block whose lowest bits, so many, are free; null when the address has any of them set. */
  private static AddressBlock below(Address first, int freeBits) {
    long low = freeBits >= Long.SIZE ? -1 : (1L << freeBits) - 1;
    int upper = freeBits - Long.SIZE;
    long high = upper <= 0 ? 0 : upper == Long.SIZE ? -1 : (1L << upper) - 1;
    if ((first.high() & high) != 0 || (first.low() & low) != 0) {
      return null;
    }
    return new AddressBlock(first, new Address(first.high() | high, first.low() | low));
  }

  boolean contains(Address address) {
    return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
  }
}
