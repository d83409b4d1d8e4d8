package io.banwatch.gateway;

import inet.ipaddr.IPAddress;
import io.banwatch.text.AddressNotation;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the caller in a forwarded-for list. Every hop appends the address it was called from, so
 * only what stands to the right was written by one's own proxies; the leftmost is whatever the
 * caller claims. Read from the right: a trusted hop is stepped over, the first other one is the
 * caller. Immutable and thread-safe.
 */
final class ForwardedFor {
  /** Longer lists are forged or broken; the rest of them, to the left, is not read. */
  private static final int MOST_HOPS = 50;

  private final List<IPAddress> trustedProxies;
  private final int trustedHops;

  /**
   * Believes these proxies.
   *
   * @param trustedProxies blocks in CIDR notation, or single addresses
   * @param trustedHops so many hops from the right are stepped over whatever their address
   * @throws IllegalArgumentException when a block is not one
   */
  ForwardedFor(List<String> trustedProxies, int trustedHops) {
    List<IPAddress> blocks = new ArrayList<>();
    for (String block : trustedProxies) {
      try {
        blocks.add(AddressNotation.block(block));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "trusted proxy '" + block + "': expected " + e.getMessage(), e);
      }
    }
    this.trustedProxies = List.copyOf(blocks);
    this.trustedHops = trustedHops;
  }

  /**
   * The caller's address.
   *
   * @param list addresses with commas between them, the caller's own on the left
   */
  ClientAddress caller(String list) {
    int hops = 0;
    IPAddress trusted = null;
    int end = list.length();
    while (end >= 0 && hops < MOST_HOPS) {
      int comma = list.lastIndexOf(',', end - 1);
      String hop = list.substring(comma + 1, end).strip();
      end = comma;
      if (hop.isEmpty() || hop.equals("-")) {
        continue;
      }
      IPAddress address = ClientAddress.parse(hop);
      if (address == null) {
        return ClientAddress.UNREADABLE;
      }
      if (hops++ >= trustedHops && !isTrusted(address)) {
        return ClientAddress.of(address);
      }
      trusted = address;
    }
    return trusted == null ? ClientAddress.NONE : ClientAddress.of(trusted);
  }

  private boolean isTrusted(IPAddress address) {
    for (IPAddress block : trustedProxies) {
      if (block.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
