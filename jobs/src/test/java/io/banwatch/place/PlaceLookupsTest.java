package io.banwatch.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.policy.DeclaredNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceLookupsTest {
  @Test
  void anAddressIsLookedUpOnce() {
    PlaceLookup lookup = PlaceLookups.open(null, List.of());

    assertThat(lookup.find("81.2.69.160").city()).isEqualTo("Abingdon");
    assertThat(lookup.find("81.2.69.160")).isSameAs(lookup.find("81.2.69.160"));
    assertThat(lookup.find("10.0.0.1")).isNull();
    assertThat(lookup.find("10.0.0.1")).isNull();
    assertThat(lookup.builtAt()).isEqualTo(GeoDatabase.bundled().builtAt());
    assertThat(lookup.source()).isEqualTo("GeoLite2-City");
  }

  @Test
  void declaredWinsOverEveryKind() {
    PlaceLookup lookup =
        PlaceLookups.open(
            null,
            List.of(
                new DeclaredNetwork("office", "office", List.of("81.2.69.0/24", "2a02:cf40::/32")),
                new DeclaredNetwork("tunnel", "vpn", List.of("185.156.172.1"))));

    assertThat(lookup.find("81.2.69.160").kind()).isEqualTo(NetworkKind.DECLARED);
    assertThat(lookup.find("::ffff:81.2.69.160").kind()).isEqualTo(NetworkKind.DECLARED);
    assertThat(lookup.find("2a02:cf40::1").kind()).isEqualTo(NetworkKind.DECLARED);
    assertThat(lookup.find("185.156.172.1").kind()).isEqualTo(NetworkKind.DECLARED);
    assertThat(lookup.find("185.156.172.2").kind()).isEqualTo(NetworkKind.VPN);
  }

  @Test
  void aPublicAddressThatNoDatabaseKnowsIsStillAPlace() {
    Place place = PlaceLookups.open(null, List.of()).find("2c0f:ffff:ffff::1");

    assertThat(place).isNotNull();
    assertThat(place.located()).isFalse();
  }

  @Test
  void aBrokenBlockNamesItsNetwork() {
    List<DeclaredNetwork> networks =
        List.of(new DeclaredNetwork("berlin office", "office", List.of("81.2.69.0/240")));

    assertThatThrownBy(() -> PlaceLookups.open(null, networks))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "network 'berlin office' of the policy: '81.2.69.0/240' is no block of addresses");
  }
}
