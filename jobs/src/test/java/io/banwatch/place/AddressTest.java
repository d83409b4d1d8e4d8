package io.banwatch.place;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @Test
  void ipv4AndItsMappedNotationAreOneAddress() {
    assertThat(Address.parse("::ffff:81.2.69.160")).isEqualTo(Address.parse("81.2.69.160"));
    assertThat(Address.parse("::FFFF:5102:45a0")).isEqualTo(Address.parse("81.2.69.160"));
    assertThat(Address.parse("81.2.69.160")).map(Address::ipv6).contains(false);
    assertThat(Address.parse("2a02:cf40::1")).map(Address::ipv6).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "unknown",
        "localhost",
        "example.com",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.4:443",
        "[2a02:cf40::1]",
        "fe80::1%eth0",
        "0x7f.0.0.1",
        "017700000001",
        "010.0.0.1",
        "1.2.3.4/32",
        "1.2.3.*",
        "1-3.2.3.4",
        "*",
        "12345",
        "2a02:::1",
        "\u001b[31m"
      })
  void whatIsNoAddressIsNone(String text) {
    assertThat(Address.parse(text)).isEmpty();
  }

  @Test
  void theBlockHidesTheHost() {
    assertThat(Address.parse("81.2.69.160")).map(Address::block).contains("81.2.69.0/24");
    assertThat(Address.parse("2a02:cf40:1:2::1")).map(Address::block).contains("2a02:cf40:1::/48");
  }

  @Property
  void everyIpv4AddressIsReadBack(@ForAll @LongRange(min = 0, max = 0xffffffffL) long bits) {
    Address address = Address.ofIpv4(bits);

    assertThat(Address.parse(address.toInetAddress().getHostAddress())).contains(address);
    assertThat(address.ipv6()).isFalse();
  }

  @Property
  void everyIpv6AddressIsReadBack(@ForAll long high, @ForAll long low) {
    Address address = new Address(high, low);

    assertThat(Address.parse(address.toInetAddress().getHostAddress())).contains(address);
  }
}
