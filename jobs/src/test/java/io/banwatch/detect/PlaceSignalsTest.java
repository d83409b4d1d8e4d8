package io.banwatch.detect;

import static io.banwatch.detect.KeyInPlaces.DAY;
import static io.banwatch.detect.KeyInPlaces.HOUR;
import static io.banwatch.detect.KeyInPlaces.MONDAY;
import static io.banwatch.detect.KeyInPlaces.OLD_DATABASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Finding;
import io.banwatch.place.PlaceLookup;
import io.banwatch.place.PlaceLookups;
import io.banwatch.policy.DeclaredNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All place signals over one key, with addresses that the bundled database places. */
class PlaceSignalsTest {
  private static final String LEER = "84.132.0.1";
  private static final String LEER_NEIGHBOUR = "84.132.0.77";
  private static final String BEIJING = "202.106.0.20";
  private static final String VPN_AMSTERDAM = "185.156.172.1";
  private static final String STOCKHOLM_OFFICE = "89.160.20.112";
  private static final Instant WEDNESDAY = MONDAY.plus(DAY.multipliedBy(2));

  private final PlaceLookup lookup =
      PlaceLookups.open(
          null, List.of(new DeclaredNetwork("office", "office", List.of("89.160.20.0/24"))));
  private final List<KeySignal> signals =
      new ArrayList<>(
          List.of(
              new NewCountry(), new NewNetwork(), new ImpossibleTravel(), new UnsupportedRegion()));
  private PlacesState places = new PlacesState();

  @Test
  void aStolenKeyIsToldInEachRespect() {
    work();

    assertThat(told(BEIJING, WEDNESDAY.plus(HOUR)))
        .containsExactlyInAnyOrder(
            "new-country warning", "impossible-travel warning", "unsupported-region warning");
  }

  @Test
  void anOldDatabaseDoubtsTheCountryOfAVpn() {
    work();

    assertThat(told(VPN_AMSTERDAM, WEDNESDAY.plus(HOUR)))
        .containsExactlyInAnyOrder("new-country info", "new-network warning");
  }

  @Test
  void theOfficeAndTheNextAddressAtHomeAreNoNews() {
    work();

    assertThat(told(LEER_NEIGHBOUR, WEDNESDAY.plus(HOUR))).isEmpty();
    assertThat(told(STOCKHOLM_OFFICE, WEDNESDAY.plus(HOUR))).isEmpty();
    assertThat(told("10.0.0.7", WEDNESDAY.plus(HOUR))).isEmpty();
    assertThat(places.countries).hasSize(1);
  }

  @Test
  void theOrderOfTheSignalsDoesNotMatter() {
    List<String> oneWay = everything();
    places = new PlacesState();
    Collections.reverse(signals);

    assertThat(everything()).containsExactlyInAnyOrderElementsOf(oneWay);
  }

  private List<String> everything() {
    work();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Instant at = WEDNESDAY.plus(HOUR).plus(Duration.ofMinutes(i));
      told.addAll(told(BEIJING, at));
      told.addAll(told(VPN_AMSTERDAM, at.plusSeconds(10)));
      told.addAll(told(LEER, at.plusSeconds(20)));
      told.addAll(told("88.198.0.1", at.plusSeconds(30)));
    }
    return told;
  }

  private void work() {
    for (int day = 0; day < 3; day++) {
      for (int i = 0; i < 10; i++) {
        Instant at = MONDAY.plus(DAY.multipliedBy(day)).plus(Duration.ofMinutes(i));
        assertThat(told(LEER, at)).isEmpty();
      }
    }
  }

  private List<String> told(String address, Instant at) {
    List<String> told = new ArrayList<>();
    for (KeySignal signal : signals) {
      KeyInPlaces key = new KeyInPlaces(signal);
      key.client = "claude-cli/2.1.0 (external, cli)";
      key.geoBuiltAt = lookup.builtAt();
      key.requestsBefore = signal instanceof UnsupportedRegion ? 0 : 20;
      key.address = address;
      key.state.places = places;
      for (Finding finding : key.uses(lookup.find(address), at)) {
        told.add(finding.signal() + " " + finding.severity().word());
        assertThat(finding.explanation().get().evidence())
            .anyMatch(fact -> fact.name().equals("geoNote"));
      }
    }
    assertThat(lookup.builtAt()).isEqualTo(OLD_DATABASE);
    return told;
  }
}
