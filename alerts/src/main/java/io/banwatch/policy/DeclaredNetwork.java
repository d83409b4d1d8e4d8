package io.banwatch.policy;

import java.util.List;

/**
 * A network that is the company's own and counts as no place at all.
 *
 * @param name for people
 * @param kind office, vpn or nat
 * @param blocks IPv4 and IPv6 blocks in CIDR notation
 */
public record DeclaredNetwork(String name, String kind, List<String> blocks) {
  /** Copies the list. */
  public DeclaredNetwork {
    blocks = List.copyOf(blocks);
  }
}
