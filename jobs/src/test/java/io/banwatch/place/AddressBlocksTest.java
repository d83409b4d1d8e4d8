package io.banwatch.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AddressBlocksTest {
  @Test
  void blocksThatTouchOrOverlapAreMerged() {
    AddressBlocks blocks =
        blocks("10.0.1.0/24", "10.0.0.0/24", "10.0.0.128/25", "10.0.3.0/24", "2a02:cf40::/29");

    assertThat(blocks.size()).isEqualTo(3);
    assertThat(blocks.contains(address("10.0.0.0"))).isTrue();
    assertThat(blocks.contains(address("10.0.1.255"))).isTrue();
    assertThat(blocks.contains(address("10.0.2.0"))).isFalse();
    assertThat(blocks.contains(address("2a02:cf47:ffff:ffff:ffff:ffff:ffff:ffff"))).isTrue();
    assertThat(blocks.contains(address("2a02:cf48::"))).isFalse();
  }

  @Test
  void noBlocksHoldNothing() {
    assertThat(AddressBlocks.of(List.of()).contains(address("10.0.0.0"))).isFalse();
  }

  @Test
  void theWholeAddressSpaceIsOneBlock() {
    AddressBlocks blocks = blocks("::/0", "0.0.0.0/0");

    assertThat(blocks.size()).isEqualTo(1);
    assertThat(blocks.contains(address("255.255.255.255"))).isTrue();
    assertThat(blocks.contains(address("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"))).isTrue();
  }

  @Test
  void aSingleAddressIsABlockOfOne() {
    AddressBlocks blocks = blocks("81.2.69.160");

    assertThat(blocks.contains(address("81.2.69.160"))).isTrue();
    assertThat(blocks.contains(address("81.2.69.161"))).isFalse();
  }

  @Test
  void aBlockWithBitsBelowItsPrefixSaysWhichWasMeant() {
    assertThatThrownBy(() -> AddressBlock.parse("10.1.2.3/24"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'10.1.2.3/24' is no block of addresses; expected the first address of the block:"
                + " 10.1.2.0/24");
  }

  @Test
  void whatIsNoBlockSaysWhatWasExpected() {
    for (String text :
        List.of("", "office", "10.0.0.0/33", "10.0.0.0/", "300.0.0.0/8", "10.0.0/8")) {
      assertThatThrownBy(() -> AddressBlock.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(
              "'" + text + "' is no block of addresses; expected an address or a CIDR block");
    }
  }

  @Property
  void theSearchAgreesWithAScan(
      @ForAll("blocks") List<AddressBlock> blocks, @ForAll("addresses") List<Address> addresses) {
    AddressBlocks searched = AddressBlocks.of(blocks);

    for (Address address : addresses) {
      boolean scanned = blocks.stream().anyMatch(block -> block.contains(address));
      assertThat(searched.contains(address)).isEqualTo(scanned);
    }
    for (AddressBlock block : blocks) {
      assertThat(searched.contains(block.first())).isTrue();
      assertThat(searched.contains(block.last())).isTrue();
    }
  }

  @Property
  void plainIpv4BlocksAreReadAsTheLibraryReadsThem(
      @ForAll("addresses") List<Address> addresses, @ForAll int seed) {
    for (Address address : addresses) {
      if (!address.ipv6()) {
        int length = Math.floorMod(seed, 33);
        IPAddress block =
            new IPAddressString(address.toInetAddress().getHostAddress())
                .getAddress()
                .toPrefixBlock(length);
        assertThat(AddressBlock.parse(block.toCanonicalString()))
            .isEqualTo(
                new AddressBlock(Address.of(block.getLower()), Address.of(block.toMaxHost())));
      }
    }
  }

  /** Few different bits, so that blocks meet. */
  @Provide
  Arbitrary<List<Address>> addresses() {
    Arbitrary<Address> ipv4 =
        Arbitraries.longs().between(0, 0x1ff).map(bits -> Address.ofIpv4(0x0a000000L | bits));
    Arbitrary<Address> ipv6 =
        Combinators.combine(
                Arbitraries.of(0L, 0x2a02000000000000L, -1L),
                Arbitraries.of(0L, 1L, 255L, -1L, Long.MIN_VALUE, Long.MAX_VALUE))
            .as(Address::new);
    return Arbitraries.oneOf(ipv4, ipv6).list().ofMaxSize(60);
  }

  @Provide
  Arbitrary<List<AddressBlock>> blocks() {
    return addresses()
        .map(
            ends ->
                ends.stream()
                    .limit(ends.size() / 2)
                    .map(one -> between(one, ends.get(ends.size() - 1 - ends.indexOf(one))))
                    .toList());
  }

  private static AddressBlock between(Address one, Address other) {
    boolean ordered = one.compareTo(other) <= 0;
    return ordered ? new AddressBlock(one, other) : new AddressBlock(other, one);
  }

  private static AddressBlocks blocks(String... texts) {
    return AddressBlocks.of(List.of(texts).stream().map(AddressBlock::parse).toList());
  }

  private static Address address(String text) {
    return Address.parse(text).orElseThrow();
  }
}
