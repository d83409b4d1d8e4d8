package io.banwatch.detect;

import static io.banwatch.detect.KeyInPlaces.BERLIN;
import static io.banwatch.detect.KeyInPlaces.DAY;
import static io.banwatch.detect.KeyInPlaces.DUBLIN;
import static io.banwatch.detect.KeyInPlaces.FALKENSTEIN;
import static io.banwatch.detect.KeyInPlaces.HOUR;
import static io.banwatch.detect.KeyInPlaces.MONDAY;
import static io.banwatch.detect.KeyInPlaces.MUNICH;
import static io.banwatch.detect.KeyInPlaces.PARIS;
import static io.banwatch.detect.KeyInPlaces.VIRGINIA;
import static io.banwatch.detect.KeyInPlaces.VPN_AMSTERDAM;
import static io.banwatch.detect.KeyInPlaces.VPN_FRANKFURT;
import static io.banwatch.detect.KeyInPlaces.declared;
import static io.banwatch.detect.KeyInPlaces.home;
import static io.banwatch.detect.KeyInPlaces.ofKind;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewNetworkTest {
  private static final Instant LATER = MONDAY.plus(HOUR);

  private final KeyInPlaces key = new KeyInPlaces(new NewNetwork());

  @Test
  void anotherProviderInAKnownCountryIsNoted() {
    assertThat(key.works(BERLIN, MONDAY, 20)).isEmpty();

    List<Finding> findings = key.uses(MUNICH, LATER);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).signal()).isEqualTo("new-network");
    assertThat(findings.get(0).severity()).isEqualTo(Severity.INFO);
    assertThat(findings.get(0).magnitude()).isEqualTo(1);
    Explanation explanation = findings.get(0).explanation().get();
    assertThat(explanation.summary())
        .isEqualTo(
            "Used through an access network, AS3209 Vodafone GmbH, in Munich, Germany (DE); in 20"
                + " requests this key came through access networks");
    assertThat(explanation.evidence())
        .containsExactly(
            Fact.of("observed", "AS3209 Vodafone GmbH"),
            Fact.of("knownNetworks", "AS3320 Deutsche Telekom AG"),
            Fact.of("usualNetworkKind", "access"),
            Fact.of("requestsBefore", 20),
            Fact.of("threshold", 20),
            Fact.of("unit", "requests"),
            Fact.of("country", "DE"),
            Fact.of("city", "Munich"),
            Fact.of("network", "AS3209 Vodafone GmbH"),
            Fact.of("networkKind", "access"),
            Fact.of("addressBlock", "81.2.69.0/24"),
            Fact.of("client", "anthropic-sdk-python/1.2"),
            Fact.of("historySeconds", 3600),
            Fact.at("geoBuiltAt", KeyInPlaces.NEW_DATABASE.toEpochMilli()),
            Fact.of("geoAgeDays", 13));
    assertThat(explanation.reason()).contains("resembles");
    assertThat(explanation.nextSteps()).hasSize(3);
  }

  @Test
  void anotherProviderInANewCountryIsLeftToNewCountry() {
    key.works(BERLIN, MONDAY, 20);

    assertThat(key.works(PARIS, LATER, 10)).isEmpty();
  }

  @Test
  void aRentedServerWarnsForAKeyOfAccessNetworks() {
    key.works(BERLIN, MONDAY, 20);

    assertThat(severityOf(FALKENSTEIN)).isEqualTo(Severity.WARNING);
  }

  @Test
  void aRentedServerInANewCountryIsNotedSinceNewCountryWarns() {
    key.works(BERLIN, MONDAY, 20);

    assertThat(severityOf(VIRGINIA)).isEqualTo(Severity.INFO);
  }

  @Test
  void aServicesNextCloudIsNoted() {
    key.works(VIRGINIA, MONDAY, 20);

    assertThat(severityOf(DUBLIN)).isEqualTo(Severity.INFO);
  }

  @Test
  void aVpnWarnsForPeopleAndServices() {
    key.works(BERLIN, MONDAY, 20);
    assertThat(severityOf(VPN_FRANKFURT)).isEqualTo(Severity.WARNING);

    KeyInPlaces service = new KeyInPlaces(new NewNetwork());
    service.works(VIRGINIA, MONDAY, 20);
    assertThat(service.uses(VPN_AMSTERDAM, LATER))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void aPersonWhoLeavesTheCountryByVpnIsCritical() {
    key.client = "claude-cli/2.1.0 (external, cli)";
    key.works(BERLIN, MONDAY, 20);

    assertThat(severityOf(VPN_FRANKFURT)).isEqualTo(Severity.WARNING);
    assertThat(severityOf(VPN_AMSTERDAM)).isEqualTo(Severity.CRITICAL);
    assertThat(key.uses(VPN_AMSTERDAM, LATER).get(0).explanation().get().nextSteps())
        .anyMatch(step -> step.contains("without a private VPN"));
  }

  @Test
  void whoAlwaysUsesAVpnMayChangeIt() {
    key.works(VPN_AMSTERDAM, MONDAY, 20);
    Place other =
        ofKind("NL", "Amsterdam", 52.3, 4.9, 100, 212238, "Datacamp Limited", NetworkKind.VPN);

    assertThat(severityOf(other)).isEqualTo(Severity.INFO);
  }

  @Test
  void aVpnInsideAKnownNetworkIsAnotherNetwork() {
    Place vpn =
        ofKind("DE", "Berlin", 52.52, 13.405, 20, 3320, "Deutsche Telekom AG", NetworkKind.VPN);
    key.works(BERLIN, MONDAY, 20);

    assertThat(severityOf(vpn)).isEqualTo(Severity.WARNING);
  }

  @Test
  void aFirstNetworkIsNobodysNews() {
    key.requestsBefore = 0;

    assertThat(key.works(VPN_AMSTERDAM, MONDAY, 10)).isEmpty();
  }

  @Test
  void aKeyThatIsHardlyKnownLearnsItsNetworks() {
    key.works(BERLIN, MONDAY, 19);

    assertThat(key.works(FALKENSTEIN, LATER, 100)).isEmpty();
  }

  @Test
  void addressesOfOneNetworkAreNoNews() {
    key.works(BERLIN, MONDAY, 20);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Place oneOff = home("DE", "City " + i, 48 + i / 100.0, 11, 50, 3320, "Deutsche Telekom AG");
      findings.addAll(key.uses(oneOff, LATER.plusSeconds(60L * i)));
    }

    assertThat(findings).isEmpty();
  }

  @Test
  void aKeyThatMovesAboutIsNotToldOfEachNetwork() {
    key.works(BERLIN, MONDAY, 20);
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Place oneOff = home("DE", "City " + i, 48 + i / 100.0, 11, 50, 64_512 + i, "Provider " + i);
      findings.addAll(key.uses(oneOff, LATER.plusSeconds(60L * i)));
    }

    assertThat(findings).hasSize(4).extracting(Finding::severity).containsOnly(Severity.INFO);
    assertThat(key.state.places.networks).hasSize(NewestFirst.MOST);
    assertThat(severityOf(VPN_FRANKFURT)).isEqualTo(Severity.WARNING);
  }

  @Test
  void theFindingRepeatsUntilTheNetworkIsTheKeysOwn() {
    key.works(BERLIN, MONDAY, 20);

    assertThat(key.works(FALKENSTEIN, LATER, 3)).hasSize(3);
    assertThat(key.works(FALKENSTEIN, MONDAY.plus(DAY), 3)).isEmpty();
  }

  @Test
  void declaredAndNamelessNetworksAreNone() {
    key.works(BERLIN, MONDAY, 20);
    Place nameless = home("DE", "Berlin", 52.52, 13.405, 20, 0, null);

    assertThat(key.uses(declared(FALKENSTEIN), LATER)).isEmpty();
    assertThat(key.uses(nameless, LATER)).isEmpty();
    assertThat(key.uses(null, LATER)).isEmpty();
    assertThat(key.state.places.networks).hasSize(1);
  }

  @Test
  void aHostingBlockWithoutANumberIsANetwork() {
    key.works(BERLIN, MONDAY, 20);
    Place block = ofKind("DE", null, 51, 9, 200, 0, null, NetworkKind.HOSTING);

    assertThat(key.uses(block, LATER).get(0).explanation().get().summary())
        .isEqualTo(
            "Used through a hosting network, a network without a number, in Germany (DE); in 20"
                + " requests this key came through access networks");
  }

  @Test
  void aDisabledSignalStillLearns() {
    key.enabled = false;
    key.works(BERLIN, MONDAY, 20);

    assertThat(key.uses(FALKENSTEIN, LATER)).isEmpty();
    assertThat(key.state.places.networks).hasSize(2);
  }

  private Severity severityOf(Place place) {
    return key.uses(place, LATER).get(0).severity();
  }
}
