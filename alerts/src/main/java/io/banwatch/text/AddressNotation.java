package io.banwatch.text;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;

/** How addresses and blocks of them are written: whole addresses, and prefixes in CIDR notation. */
public final class AddressNotation {
  private static final String EXPECTED =
      "an address or a CIDR block, for example 203.0.113.0/24 or 2001:db8::/32";

  /** Nothing but whole addresses and prefixes: no ranges, wildcards, octal or missing parts. */
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowSingleSegment(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .getParentBuilder()
          .toParams();

  private AddressNotation() {}

  /**
   * Reads a block; a single address is a block of one. Never asks a name server.
   *
   * @throws IllegalArgumentException says what is expected when the text is no block, or has bits
   *     set below its prefix
   */
  public static IPAddress block(String text) {
    try {
      IPAddress address = new IPAddressString(text, STRICT).toAddress();
      if (address.isPrefixed() && !address.isPrefixBlock()) {
        throw new IllegalArgumentException(
            "the first address of the block: " + address.toPrefixBlock().toCanonicalString());
      }
      return address;
    } catch (AddressStringException | IncompatibleAddressException e) {
      throw new IllegalArgumentException(EXPECTED, e);
    }
  }

  /**
   * The block as one text, however it was written.
   *
   * @throws IllegalArgumentException as {@link #block}
   */
  public static String canonicalBlock(String text) {
    IPAddress block = block(text);
    String canonical = block.toCanonicalString();
    return block.isPrefixed() ? canonical : canonical + "/" + block.getBitCount();
  }
}
