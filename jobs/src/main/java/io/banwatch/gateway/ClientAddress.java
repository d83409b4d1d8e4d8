package io.banwatch.gateway;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;

/**
 * Where a caller sat, as far as the log can be believed.
 *
 * @param text the address in canonical text (RFC 5952 for IPv6), or null
 * @param unreadable whether the log holds something that is no address
 */
record ClientAddress(String text, boolean unreadable) {
  static final ClientAddress NONE = new ClientAddress(null, false);
  static final ClientAddress UNREADABLE = new ClientAddress(null, true);

  /** {@code 2001:db8::ffff:255.255.255.255} with brackets, port and room to spare. */
  private static final int LONGEST = 80;

  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowPrefix(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .allowBinary(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .allowBinary(false)
          .getParentBuilder()
          .toParams();

  static ClientAddress of(IPAddress address) {
    return new ClientAddress(address.toCanonicalString(), false);
  }

  /**
   * Reads one hop: an address, perhaps in brackets, with a port, a zone, or IPv4 written as IPv6.
   *
   * @return the address, or null when it is none or the unspecified one
   */
  static IPAddress parse(String hop) {
    if (hop.length() > LONGEST) {
      return null;
    }
    String bare = withoutZone(withoutPort(unquoted(hop)));
    IPAddress address = new IPAddressString(bare, STRICT).getAddress();
    if (address == null || address.isMultiple()) {
      return null;
    }
    if (address.isIPv6() && address.toIPv6().isIPv4Mapped()) {
      address = address.toIPv6().getEmbeddedIPv4Address();
    }
    return address.isZero() ? null : address;
  }

  private static String unquoted(String hop) {
    boolean quoted = hop.length() > 1 && hop.startsWith("\"") && hop.endsWith("\"");
    return quoted ? hop.substring(1, hop.length() - 1) : hop;
  }

  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      boolean port = end > 0 && (end == hop.length() - 1 || isPort(hop, end + 1));
      return port ? hop.substring(1, end) : hop;
    }
    int colon = hop.indexOf(':');
    boolean single = colon > 0 && hop.indexOf(':', colon + 1) < 0;
    return single && isPort(hop, colon) ? hop.substring(0, colon) : hop;
  }

  private static boolean isPort(String hop, int colon) {
    if (hop.charAt(colon) != ':' || colon + 1 == hop.length() || hop.length() - colon > 6) {
      return false;
    }
    for (int i = colon + 1; i < hop.length(); i++) {
      if (hop.charAt(i) < '0' || hop.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String withoutZone(String hop) {
    int zone = hop.indexOf('%');
    return zone > 0 && hop.indexOf(':') >= 0 ? hop.substring(0, zone) : hop;
  }
}
