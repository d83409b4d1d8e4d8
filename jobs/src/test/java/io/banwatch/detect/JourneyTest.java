package io.banwatch.detect;

import static io.banwatch.detect.KeyInPlaces.BERLIN;
import static io.banwatch.detect.KeyInPlaces.DUBLIN;
import static io.banwatch.detect.KeyInPlaces.HOUR;
import static io.banwatch.detect.KeyInPlaces.MONDAY;
import static io.banwatch.detect.KeyInPlaces.MUNICH;
import static io.banwatch.detect.KeyInPlaces.NEW_YORK;
import static io.banwatch.detect.KeyInPlaces.POTSDAM;
import static io.banwatch.detect.KeyInPlaces.TOKYO;
import static io.banwatch.detect.KeyInPlaces.VIRGINIA;
import static io.banwatch.detect.KeyInPlaces.VPN_AMSTERDAM;
import static io.banwatch.detect.KeyInPlaces.declared;
import static io.banwatch.detect.KeyInPlaces.home;
import static io.banwatch.detect.KeyInPlaces.overIpv6;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import org.junit.jupiter.api.Test;

/** Between which places somebody travels at all. */
class JourneyTest {
  private final KeyInPlaces key = new KeyInPlaces(new ImpossibleTravel());

  @Test
  void circlesThatOverlapAreOnePlace() {
    key.uses(BERLIN, MONDAY);

    assertThat(key.uses(POTSDAM, MONDAY)).isEmpty();
  }

  @Test
  void aWideCircleTakesItsRadiusOff() {
    key.uses(BERLIN, MONDAY);
    Place vague = home("US", "Seattle", 47.6348, -122.3451, 1000, 7018, "AT&T Services, Inc.");

    Explanation explanation = key.uses(vague, MONDAY.plus(HOUR)).get(0).explanation().get();

    assertThat(explanation.evidence())
        .contains(Fact.of("distanceKm", 8116), Fact.of("edgeDistanceKm", 7096));
  }

  @Test
  void aPlaceWithoutARadiusCountsAsAWideOne() {
    Place nearby = home("FR", "Paris", 48.8566, 2.3522, 0, 3215, "Orange S.A.");
    Place faraway = home("JP", "Tokyo", 35.6895, 139.6917, 0, 2516, "KDDI CORPORATION");
    key.uses(BERLIN, MONDAY);

    Explanation explanation = key.uses(faraway, MONDAY).get(0).explanation().get();

    assertThat(explanation.evidence()).contains(Fact.of("edgeDistanceKm", 8396));
    assertThat(new KeyInPlaces(new ImpossibleTravel()).uses(nearby, MONDAY)).isEmpty();
    KeyInPlaces other = new KeyInPlaces(new ImpossibleTravel());
    other.uses(MUNICH, MONDAY);
    assertThat(other.uses(nearby, MONDAY)).hasSize(1);
  }

  @Test
  void aPlaceWithoutACityDoesNotTravelWithinItsCountry() {
    key.uses(MUNICH, MONDAY);
    Place country = new Place("DE", null, 60, 20, 100, 3209, "Vodafone", NetworkKind.ACCESS, false);

    assertThat(key.uses(country, MONDAY)).isEmpty();
  }

  @Test
  void unlocatedPlacesNeverTravel() {
    Place unlocated =
        new Place(
            "US", null, Double.NaN, Double.NaN, 0, 7155, "ViaSat,Inc.", NetworkKind.ACCESS, false);

    assertThat(key.uses(BERLIN, MONDAY)).isEmpty();
    assertThat(key.uses(unlocated, MONDAY)).isEmpty();
    assertThat(key.uses(BERLIN, MONDAY)).isEmpty();
    assertThat(key.uses(null, MONDAY)).isEmpty();
    assertThat(key.state.places.places).hasSize(1);
  }

  @Test
  void twoHostingNetworksAreNoTraveller() {
    key.uses(VIRGINIA, MONDAY);

    assertThat(key.uses(DUBLIN, MONDAY)).isEmpty();
    assertThat(key.uses(VPN_AMSTERDAM, MONDAY)).isEmpty();
  }

  @Test
  void bothFamiliesOfOneHouseholdDoNotTravel() {
    key.uses(MUNICH, MONDAY);

    assertThat(key.uses(overIpv6(MUNICH), MONDAY)).isEmpty();
    assertThat(key.uses(MUNICH, MONDAY)).isEmpty();
  }

  @Test
  void aCarriersOtherCityIsJitter() {
    key.uses(home("DE", "Berlin", 52.52, 13.405, 20, 3209, "Vodafone GmbH"), MONDAY);

    assertThat(key.uses(MUNICH, MONDAY.plusSeconds(10))).isEmpty();
  }

  @Test
  void declaredNetworksAreNoPlace() {
    key.uses(BERLIN, MONDAY);

    assertThat(key.uses(declared(TOKYO), MONDAY)).isEmpty();
    assertThat(key.uses(declared(NEW_YORK), MONDAY)).isEmpty();
    assertThat(key.uses(BERLIN, MONDAY)).isEmpty();
    assertThat(key.state.places.places).hasSize(1);
  }
}
