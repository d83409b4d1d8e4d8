package io.banwatch.policy;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;

/** A block of addresses in CIDR notation; a single address is a block of one. */
final class AddressBlock {
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

  private AddressBlock() {}

  /**
   * The block as one text, however it was written.
   *
   * @throws IllegalArgumentException says what is expected when the text is no block
   */
  static String canonical(String text) {
    try {
      IPAddress address = new IPAddressString(text, STRICT).toAddress();
      if (!address.isPrefixed()) {
        return address.toCanonicalString() + "/" + address.getBitCount();
      }
      if (!address.isPrefixBlock()) {
        throw new IllegalArgumentException(
            "the first address of the block: " + address.toPrefixBlock().toCanonicalString());
      }
      return address.toCanonicalString();
    } catch (AddressStringException | IncompatibleAddressException e) {
      throw new IllegalArgumentException(EXPECTED, e);
    }
  }
}
