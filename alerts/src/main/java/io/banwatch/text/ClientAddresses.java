package io.banwatch.text;

import inet.ipaddr.IPAddress;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts client addresses in a text to their networks: /24 of IPv4, /48 of IPv6. Wider blocks stay.
 * What only looks like an address (a version of four numbers) is cut as well: better so than the
 * other way round.
 */
public final class ClientAddresses {
  private static final int IPV4_PREFIX = 24;
  private static final int IPV6_PREFIX = 48;
  private static final int IPV6_HALF = 64;
  private static final int OCTET = 255;
  private static final String WITHHELD = "withheld";

  private static final Pattern IPV4 =
      Pattern.compile(
          "(?<![0-9])(?<![0-9]\\.)([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})"
              + "(?![0-9])(?!\\.[0-9])(?:/([0-9]{1,2})(?![0-9]))?");

  /** Eight groups, or fewer with a gap (RFC 4291, section 2.2); whatever stands around them. */
  private static final Pattern IPV6 =
      Pattern.compile(
          "(H(?::H){7}|(?:H(?::H){0,6})?::(?:H(?::H){0,6})?)(?:/([0-9]{1,3})(?![0-9]))?"
              .replace("H", "[0-9A-Fa-f]{1,4}"));

  private ClientAddresses() {}

  /** Whether the text is nothing but an address or a block in its usual notation. */
  public static boolean isAddress(String text) {
    return parsed(text) != null;
  }

  /** The text with every client address cut. */
  public static String masked(String text) {
    String once =
        text.indexOf('.') < 0 ? text : IPV4.matcher(text).replaceAll(ClientAddresses::ipv4);
    return once.indexOf(':') < 0 ? once : IPV6.matcher(once).replaceAll(ClientAddresses::ipv6);
  }

  private static String ipv4(MatchResult found) {
    for (int i = 1; i <= 4; i++) {
      if (Integer.parseInt(found.group(i)) > OCTET) {
        return Matcher.quoteReplacement(found.group());
      }
    }
    boolean wide = found.group(5) != null && Integer.parseInt(found.group(5)) <= IPV4_PREFIX;
    String network = found.group(1) + "." + found.group(2) + "." + found.group(3) + ".0/24";
    return Matcher.quoteReplacement(wide ? found.group() : network);
  }

  private static String ipv6(MatchResult found) {
    IPAddress address = parsed(found.group(1));
    if (address == null) {
      return WITHHELD;
    }
    if (address.toIPv6().isIPv4Mapped()) {
      return address.toIPv6().getEmbeddedIPv4Address().toPrefixBlock(IPV4_PREFIX).toString();
    }
    // Nobody calls from there: it is a part of a name, such as LWP::Agent.
    boolean nobodys = address.toPrefixBlock(IPV6_HALF).getLower().isZero();
    boolean wide = found.group(2) != null && Integer.parseInt(found.group(2)) <= IPV6_PREFIX;
    return Matcher.quoteReplacement(
        nobodys || wide ? found.group() : address.toPrefixBlock(IPV6_PREFIX).toCanonicalString());
  }

  private static IPAddress parsed(String text) {
    try {
      return AddressNotation.block(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
