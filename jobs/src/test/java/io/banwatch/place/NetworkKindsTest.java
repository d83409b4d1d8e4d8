package io.banwatch.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkKindsTest {
  private final NetworkKinds kinds = NetworkKinds.bundled();

  @Test
  void aBlockOfAHostingListIsHosting() {
    assertThat(kindOf("1.12.0.1", 0)).isEqualTo(NetworkKind.HOSTING);
    assertThat(kindOf("2001:310::1", 0)).isEqualTo(NetworkKind.HOSTING);
  }

  @Test
  void aSystemOfAHostingListIsHosting() {
    assertThat(kindOf("8.8.8.8", 8075)).isEqualTo(NetworkKind.HOSTING);
  }

  @Test
  void aBlockOfAVpnListIsVpn() {
    assertThat(kindOf("2.26.157.9", 0)).isEqualTo(NetworkKind.VPN);
    assertThat(kindOf("2001:678:8b4::1", 0)).isEqualTo(NetworkKind.VPN);
  }

  @Test
  void vpnWinsOverHosting() {
    assertThat(kindOf("1.12.0.1", 9009)).isEqualTo(NetworkKind.VPN);
    assertThat(kindOf("2.26.157.9", 8075)).isEqualTo(NetworkKind.VPN);
  }

  @Test
  void anAddressOnNoListIsAccess() {
    assertThat(kindOf("89.160.20.112", 29518)).isEqualTo(NetworkKind.ACCESS);
    assertThat(kindOf("2003:e7::1", 3320)).isEqualTo(NetworkKind.ACCESS);
  }

  @Test
  void satelliteNetworksAreKnown() {
    assertThat(kinds.satellite(14593)).isTrue();
    assertThat(kinds.satellite(3320)).isFalse();
    assertThat(kinds.satellite(0)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "255.255.255.255",
        "::ffff:10.0.0.1",
        "::",
        "::1",
        "::10.0.0.1",
        "64:ff9b::808:808",
        "100::1",
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:5102:45a0::1",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void addressesOfSpecialPurposeAreNotPublic(String text) {
    assertThat(kinds.publicAddress(Address.parse(text).orElseThrow())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "2001:310::1",
        "2a02:cf40::1",
        "2c0f:fce8::1"
      })
  void theirNeighboursArePublic(String text) {
    assertThat(kinds.publicAddress(Address.parse(text).orElseThrow())).isTrue();
  }

  private NetworkKind kindOf(String address, long system) {
    return kinds.kindOf(Address.parse(address).orElseThrow(), system);
  }
}
