package io.banwatch.webhook;

import inet.ipaddr.IPAddress;
import io.banwatch.policy.AddressNotation;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts client addresses in a text to their networks: /24 of IPv4, /48 of IPv6. Wider blocks stay.
 * What only looks like an address (a version of four numbers) is cut as well: better so than the
 * other way round.
 */
final class ClientAddresses {
  private static final int IPV4_PREFIX = 24;
  private static final int IPV6_PREFIX = 48;
  private static final int IPV6_HALF = 64;
  private static final int IPV6_PARTS = 8;

  /** Of any notation: six groups of four digits, and an IPv4 address. */
  private static final int LONGEST = 45;

  private static final int OCTET = 255;

  private static final Pattern IPV4 =
      Pattern.compile(
          "(?<![0-9])(?<![0-9]\\.)([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})"
              + "(?![0-9])(?!\\.[0-9])(?:/([0-9]{1,2})(?![0-9]))?");
  private static final Pattern IPV6 =
      Pattern.compile("([0-9A-Fa-f.]*+:[0-9A-Fa-f:.]*+)(?:/([0-9]{1,3})(?![0-9]))?");

  private ClientAddresses() {}

  /** Whether the text is nothing but an address or a block in its usual notation. */
  static boolean isAddress(String text) {
    return parsed(text) != null;
  }

  static String masked(String text) {
    String once =
        text.indexOf(':') < 0 ? text : IPV6.matcher(text).replaceAll(ClientAddresses::run);
    return IPV4.matcher(once).replaceAll(ClientAddresses::ipv4);
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

  /** A run of what IPv6 addresses are made of. Most are times, versions or parts of names. */
  private static String run(MatchResult found) {
    String run = found.group(1);
    String prefix = found.group(2);
    String network = network(run);
    boolean wide = prefix != null && Integer.parseInt(prefix) <= IPV6_PREFIX;
    if (network != null) {
      return Matcher.quoteReplacement(wide ? found.group() : network);
    }
    boolean likely = run.contains("::") || run.chars().filter(c -> c == ':').count() >= IPV6_PARTS;
    String masked = likely ? within(run) : run;
    return Matcher.quoteReplacement(masked.equals(run) ? found.group() : masked);
  }

  /** Addresses with something before or after them that looks like a part of one. */
  private static String within(String run) {
    StringBuilder masked = new StringBuilder();
    int start = 0;
    while (start < run.length()) {
      int end = boundary(run, start) ? longest(run, start) : start;
      if (end > start) {
        masked.append(network(run.substring(start, end)));
        start = end;
      } else {
        masked.append(run.charAt(start));
        start++;
      }
    }
    return masked.toString();
  }

  private static int longest(String run, int start) {
    for (int end = Math.min(run.length(), start + LONGEST); end > start; end--) {
      if (boundary(run, end) && network(run.substring(start, end)) != null) {
        return end;
      }
    }
    return start;
  }

  private static boolean boundary(String run, int at) {
    return at == 0
        || at == run.length()
        || ":.".indexOf(run.charAt(at)) >= 0
        || ":.".indexOf(run.charAt(at - 1)) >= 0;
  }

  /** The network of an address, or null when the text is none, or nobody's. */
  private static String network(String text) {
    IPAddress address = parsed(text);
    if (address == null || !address.isIPv6()) {
      return null;
    }
    if (address.toIPv6().isIPv4Mapped()) {
      return address.toIPv6().getEmbeddedIPv4Address().toPrefixBlock(IPV4_PREFIX).toString();
    }
    boolean nobodys = address.toPrefixBlock(IPV6_HALF).getLower().isZero();
    return nobodys ? null : address.toPrefixBlock(IPV6_PREFIX).toCanonicalString();
  }

  private static IPAddress parsed(String text) {
    try {
      return AddressNotation.block(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
