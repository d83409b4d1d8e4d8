package io.banwatch.simulate.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.maxmind.geoip2.DatabaseReader;
import com.maxmind.geoip2.model.CityResponse;
import inet.ipaddr.IPAddressString;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final int DRAWN = 50;

  private final UniformRandomProvider random = new Seeds(3).stream("networks", 0);

  @Test
  void everyAddressIsWhereTheGeoDatabaseSays() throws Exception {
    try (DatabaseReader cities = database("GeoLite2-City.mmdb");
        DatabaseReader systems = database("GeoLite2-ASN.mmdb")) {
      for (Network network : Network.values()) {
        for (String address : addresses(network)) {
          InetAddress parsed = InetAddress.getByName(address);
          CityResponse found = cities.city(parsed);
          assertThat(found.city().name()).as(network + " " + address).isEqualTo(network.city());
          assertThat(found.country().isoCode()).isEqualTo(network.country());
          assertThat(found.location().timeZone()).isEqualTo(network.zone());
          assertThat(systems.asn(parsed).autonomousSystemNumber())
              .as(network + " " + address)
              .isEqualTo(network.system());
        }
      }
    }
  }

  @Test
  void hostingAndVpnNetworksStandOnThePublicLists() throws IOException {
    List<String> hosting = lines("hosting-networks.txt");
    List<String> vpn = lines("vpn-networks.txt");
    for (Network network : Network.values()) {
      for (String address : addresses(network)) {
        assertThat(contains(hosting, address))
            .as(network + " " + address)
            .isEqualTo(network.use() == NetworkUse.HOSTING);
        assertThat(contains(vpn, address))
            .as(network + " " + address)
            .isEqualTo(network.use() == NetworkUse.VPN);
      }
    }
  }

  @Test
  void addressesAreInCanonicalText() {
    for (Network network : Network.values()) {
      for (String address : addresses(network)) {
        assertThat(new IPAddressString(address).getAddress().toCanonicalString())
            .isEqualTo(address);
      }
    }
  }

  @Test
  void theNearestNetworkIsInTheSameCityWhereThereIsOne() {
    assertThat(Network.PARIS_FREE.nearest(NetworkUse.VPN)).isEqualTo(Network.PARIS_VPN);
    assertThat(Network.MUNICH_TELEKOM.nearest(NetworkUse.VPN)).isEqualTo(Network.BERLIN_VPN);
    assertThat(Network.DUBLIN_AWS.nearest(NetworkUse.HOSTING)).isEqualTo(Network.ASHBURN_AWS);
  }

  private List<String> addresses(Network network) {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < DRAWN; i++) {
      addresses.add(network.address4(random));
      addresses.add(network.address6(random));
    }
    return addresses;
  }

  private static boolean contains(List<String> blocks, String address) {
    IPAddressString parsed = new IPAddressString(address);
    return blocks.stream().anyMatch(block -> new IPAddressString(block).contains(parsed));
  }

  private static DatabaseReader database(String name) throws IOException {
    try (InputStream stream = NetworkTest.class.getResourceAsStream("/" + name)) {
      return new DatabaseReader.Builder(stream).build();
    }
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream stream =
        NetworkTest.class.getResourceAsStream("/io/banwatch/simulate/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
