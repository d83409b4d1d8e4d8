package io.banwatch.place;

import io.banwatch.policy.DeclaredNetwork;
import java.util.ArrayList;
import java.util.List;

/** The company's own networks, from the policy. Immutable. */
final class DeclaredNetworks {
  private final AddressBlocks blocks;

  private DeclaredNetworks(AddressBlocks blocks) {
    this.blocks = blocks;
  }

  /**
   * @throws IllegalArgumentException when a block is none, naming the network
   */
  static DeclaredNetworks of(List<DeclaredNetwork> networks) {
    List<AddressBlock> blocks = new ArrayList<>();
    for (DeclaredNetwork network : networks) {
      for (String block : network.blocks()) {
        try {
          blocks.add(AddressBlock.parse(block));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "network '%s' of the policy: %s".formatted(network.name(), e.getMessage()), e);
        }
      }
    }
    return new DeclaredNetworks(AddressBlocks.of(blocks));
  }

  boolean contains(Address address) {
    return blocks.contains(address);
  }
}
