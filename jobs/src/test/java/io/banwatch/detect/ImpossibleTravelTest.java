package io.banwatch.detect;

import static io.banwatch.detect.KeyInPlaces.BERLIN;
import static io.banwatch.detect.KeyInPlaces.DAY;
import static io.banwatch.detect.KeyInPlaces.DUBLIN;
import static io.banwatch.detect.KeyInPlaces.HOUR;
import static io.banwatch.detect.KeyInPlaces.MONDAY;
import static io.banwatch.detect.KeyInPlaces.MUNICH;
import static io.banwatch.detect.KeyInPlaces.NEW_YORK;
import static io.banwatch.detect.KeyInPlaces.OLD_DATABASE;
import static io.banwatch.detect.KeyInPlaces.PARIS;
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
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ImpossibleTravelTest {
  private final KeyInPlaces key = new KeyInPlaces(new ImpossibleTravel());

  @Test
  void twoContinentsWithinAnHourFire() {
    assertThat(key.uses(BERLIN, MONDAY)).isEmpty();

    List<Finding> findings = key.uses(TOKYO, MONDAY.plus(HOUR));

    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.signal()).isEqualTo("impossible-travel");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.magnitude()).isBetween(88.7, 88.8);
    assertThat(finding.at()).isEqualTo(MONDAY.plus(HOUR).toEpochMilli());
    assertThat(finding.quietMillis()).isEqualTo(Duration.ofHours(12).toMillis());
    Explanation explanation = finding.explanation().get();
    assertThat(explanation.summary())
        .isEqualTo(
            "Used in Berlin, Germany (DE) and in Tokyo, Japan (JP) 60 min apart: at least 8,900 km,"
                + " at least 8,876 km/h");
    assertThat(explanation.evidence())
        .containsExactly(
            Fact.of("observed", 8876),
            Fact.of("threshold", 900),
            Fact.of("unit", "km/h"),
            Fact.of("from", "Berlin, Germany (DE)"),
            Fact.of("fromNetwork", "AS3320"),
            Fact.of("fromNetworkKind", "access"),
            Fact.of("fromRadiusKm", 20),
            Fact.of("fromKnown", "not yet the key's own"),
            Fact.of("to", "Tokyo, Japan (JP)"),
            Fact.of("toNetwork", "AS2516"),
            Fact.of("toNetworkKind", "access"),
            Fact.of("toRadiusKm", 20),
            Fact.of("toKnown", "not yet the key's own"),
            Fact.of("distanceKm", 8916),
            Fact.of("edgeDistanceKm", 8876),
            Fact.of("floorKm", 100),
            Fact.of("hours", 1),
            Fact.of("speedKmh", 8876),
            Fact.of("journeys", 1),
            Fact.of("historySeconds", 3600),
            Fact.at("geoBuiltAt", KeyInPlaces.NEW_DATABASE.toEpochMilli()),
            Fact.of("geoAgeDays", 13));
    assertThat(explanation.reason()).contains("resembles");
    assertThat(explanation.nextSteps()).hasSize(4);
  }

  @Test
  void useAtTheSameSecondFires() {
    key.uses(BERLIN, MONDAY);

    Explanation explanation = key.uses(TOKYO, MONDAY).get(0).explanation().get();

    assertThat(explanation.summary())
        .isEqualTo(
            "Used in Berlin, Germany (DE) and in Tokyo, Japan (JP) at the same time: at least 8,900"
                + " km");
    assertThat(explanation.evidence())
        .extracting(Fact::name)
        .doesNotContain("speedKmh", "observed");
  }

  @Test
  void useAtTheSameSecondFromManyRegionsFires() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Place region = home("X" + i, "City " + i, 6 * i - 80, 12 * i - 170, 10, 64500 + i, "N" + i);
      findings.addAll(key.uses(region, MONDAY));
    }

    assertThat(findings).hasSize(29);
    assertThat(key.state.places.places).hasSize(NewestFirst.MOST);
  }

  @Test
  void aLateRecordFiresWithAPositiveSpeed() {
    key.uses(TOKYO, MONDAY.plus(HOUR));

    Explanation explanation = key.uses(BERLIN, MONDAY).get(0).explanation().get();

    assertThat(explanation.summary())
        .isEqualTo(
            "Used in Berlin, Germany (DE) and in Tokyo, Japan (JP) 60 min apart: at least 8,900 km,"
                + " at least 8,876 km/h");
  }

  @Test
  void aRealFlightIsNoNews() {
    key.works(BERLIN, MONDAY, 30);

    assertThat(key.uses(NEW_YORK, MONDAY.plus(Duration.ofHours(9)))).isEmpty();
  }

  @Test
  void aTravellerWithADayBetweenCitiesIsNoNews() {
    assertThat(key.works(BERLIN, MONDAY, 30)).isEmpty();
    assertThat(key.works(TOKYO, MONDAY.plus(DAY), 30)).isEmpty();
    assertThat(key.works(NEW_YORK, MONDAY.plus(DAY.multipliedBy(2)), 30)).isEmpty();
    assertThat(key.works(BERLIN, MONDAY.plus(DAY.multipliedBy(3)), 30)).isEmpty();
  }

  @Test
  void aLongStreamSitsStill() {
    key.streams(BERLIN, MONDAY, MONDAY.plus(HOUR.multipliedBy(9)));

    assertThat(key.uses(NEW_YORK, MONDAY.plus(HOUR.multipliedBy(9)).plusSeconds(60))).hasSize(1);
  }

  @Test
  void aLongStreamThatEndsLaterStillOverlapsWhatCameBefore() {
    key.uses(NEW_YORK, MONDAY.plus(HOUR));

    List<Finding> findings = key.streams(BERLIN, MONDAY, MONDAY.plus(HOUR.multipliedBy(9)));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).explanation().get().summary()).contains("at the same time");
  }

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
  void aServerFarFromItsOwnerFires() {
    key.works(BERLIN, MONDAY, 30);

    assertThat(key.uses(VIRGINIA, MONDAY.plus(HOUR)))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
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
  void anotherCarriersOtherCityIsNot() {
    key.uses(BERLIN, MONDAY);

    assertThat(key.uses(MUNICH, MONDAY.plusSeconds(10)))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void anOldDatabaseDoubtsSmallDistances() {
    key.geoBuiltAt = OLD_DATABASE;
    key.uses(BERLIN, MONDAY);

    Finding near = key.uses(MUNICH, MONDAY.plusSeconds(10)).get(0);
    Finding far = key.uses(TOKYO, MONDAY.plusSeconds(20)).get(0);

    assertThat(near.severity()).isEqualTo(Severity.INFO);
    assertThat(far.severity()).isEqualTo(Severity.WARNING);
    assertThat(near.explanation().get().evidence())
        .contains(
            Fact.at("geoBuiltAt", OLD_DATABASE.toEpochMilli()),
            Fact.of("geoAgeDays", 2546),
            Fact.of(
                "geoNote", "the geo database is old: cities and networks may have moved since"));
  }

  @Test
  void declaredNetworksAreNoPlace() {
    key.uses(BERLIN, MONDAY);

    assertThat(key.uses(declared(TOKYO), MONDAY)).isEmpty();
    assertThat(key.uses(declared(NEW_YORK), MONDAY)).isEmpty();
    assertThat(key.uses(BERLIN, MONDAY)).isEmpty();
    assertThat(key.state.places.places).hasSize(1);
  }

  @Test
  void officeAndHomeAreNoNewsOnceBothAreTheKeysOwn() {
    List<Finding> first = new ArrayList<>(key.works(BERLIN, MONDAY, 10));
    first.addAll(key.works(PARIS, MONDAY.plus(Duration.ofMinutes(20)), 10));
    assertThat(first).hasSize(1);
    key.works(BERLIN, MONDAY.plus(DAY), 10);
    key.works(PARIS, MONDAY.plus(DAY).plus(HOUR.multipliedBy(3)), 10);

    Instant wednesday = MONDAY.plus(DAY.multipliedBy(2));
    assertThat(key.works(BERLIN, wednesday, 10)).isEmpty();
    assertThat(key.works(PARIS, wednesday.plus(Duration.ofMinutes(10)), 10)).isEmpty();
  }

  @Test
  void aServiceInTwoRegionsIsToldOnItsFirstDayOnly() {
    List<Finding> firstDay = new ArrayList<>();
    List<Finding> later = new ArrayList<>();
    for (int hour = 0; hour < 72; hour++) {
      Instant at = MONDAY.plus(HOUR.multipliedBy(hour));
      List<Finding> findings = hour <= 24 ? firstDay : later;
      findings.addAll(key.uses(BERLIN, at));
      findings.addAll(key.uses(TOKYO, at.plusSeconds(30)));
    }

    assertThat(firstDay)
        .isNotEmpty()
        .extracting(Finding::severity)
        .doesNotContain(Severity.CRITICAL);
    assertThat(later).isEmpty();
  }

  @Test
  void midnightMakesNoSecondDay() {
    Instant night = Instant.parse("2026-11-02T23:50:00Z");
    key.works(BERLIN, night, 20);
    key.uses(TOKYO, night.plusSeconds(1));

    assertThat(key.uses(TOKYO, night.plus(Duration.ofMinutes(15)))).isEmpty();
    assertThat(key.uses(BERLIN, night.plus(Duration.ofMinutes(16)))).hasSize(1);
  }

  @Test
  void twoPeopleAtOnceBecomeCritical() {
    key.works(BERLIN, MONDAY, 10);
    key.works(BERLIN, MONDAY.plus(DAY), 10);
    Instant wednesday = MONDAY.plus(DAY.multipliedBy(2));

    List<Finding> findings = new ArrayList<>(key.uses(BERLIN, wednesday));
    findings.addAll(key.uses(TOKYO, wednesday.plusSeconds(60)));
    findings.addAll(key.uses(BERLIN, wednesday.plusSeconds(120)));
    findings.addAll(key.uses(TOKYO, wednesday.plusSeconds(180)));

    assertThat(findings)
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING, Severity.WARNING, Severity.CRITICAL);
    assertThat(findings.get(2).explanation().get().evidence())
        .contains(
            Fact.of("fromKnown", "the key's own place"),
            Fact.of("toKnown", "not yet the key's own"),
            Fact.of("journeys", 3));
  }

  @Test
  void aPersonsVpnSwitchedOnAndOffStaysAWarning() {
    key.works(TOKYO, MONDAY, 10);
    key.works(TOKYO, MONDAY.plus(DAY), 10);
    Instant wednesday = MONDAY.plus(DAY.multipliedBy(2));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      findings.addAll(key.uses(TOKYO, wednesday.plusSeconds(120L * i)));
      findings.addAll(key.uses(VPN_AMSTERDAM, wednesday.plusSeconds(120L * i + 60)));
    }

    assertThat(findings).hasSize(9).extracting(Finding::severity).containsOnly(Severity.WARNING);
  }

  @Test
  void aKeyAtHomeInManyPlacesIsOnlyNoted() {
    Place[] homes = {BERLIN, MUNICH, PARIS, NEW_YORK, VIRGINIA};
    for (int day = 0; day < 2; day++) {
      for (Place home : homes) {
        key.uses(home, MONDAY.plus(DAY.multipliedBy(day)));
      }
    }

    assertThat(key.uses(TOKYO, MONDAY.plus(DAY)))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void oneOffPlacesNeverPushOutTheKeysOwn() {
    key.uses(BERLIN, MONDAY);
    key.uses(BERLIN, MONDAY.plus(DAY));
    for (int i = 0; i < 200; i++) {
      key.uses(
          home("DE", "City " + i, 52.5 + i / 1000.0, 13.4, 20, 3320, "Deutsche Telekom AG"),
          MONDAY.plus(DAY).plusSeconds(i));
    }

    assertThat(key.state.places.places).hasSize(NewestFirst.MOST);
    assertThat(key.state.places.places).anyMatch(place -> place.is(BERLIN));
  }

  @Test
  void aDisabledSignalStillLearns() {
    key.enabled = false;
    assertThat(key.uses(BERLIN, MONDAY)).isEmpty();
    assertThat(key.uses(TOKYO, MONDAY)).isEmpty();

    assertThat(key.state.places.places).hasSize(2);
  }

  @Test
  void aKeyThatTheLogDoesNotNameIsNobody() {
    key.key = "unknown";
    key.uses(BERLIN, MONDAY);

    assertThat(key.uses(TOKYO, MONDAY)).isEmpty();
  }

  @Property(tries = 300)
  void neitherOrderNorDisorderHidesATraveller(
      @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 0, max = 30_000) Integer> seconds,
      @ForAll @Size(12) List<@IntRange(min = 0, max = 120) Integer> delays) {
    record Use(Place place, int second, int arrival) {}
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      Place place = i % 3 == 0 ? TOKYO : i % 3 == 1 ? BERLIN : PARIS;
      uses.add(new Use(place, seconds.get(i), seconds.get(i) + delays.get(i)));
    }
    List<Boolean> fired = new ArrayList<>();
    for (Comparator<Use> order :
        List.of(Comparator.comparingInt(Use::second), Comparator.comparingInt(Use::arrival))) {
      KeyInPlaces one = new KeyInPlaces(new ImpossibleTravel());
      uses.sort(order);
      List<Finding> findings = new ArrayList<>();
      for (Use use : uses) {
        findings.addAll(
            one.uses(use.place(), Instant.EPOCH.plusSeconds(1_793_600_000L + use.second())));
      }
      findings.forEach(
          finding ->
              assertThat(finding.explanation().get().evidence())
                  .filteredOn(fact -> fact.name().equals("hours"))
                  .allMatch(fact -> fact.number() >= 0));
      fired.add(!findings.isEmpty());
    }
    assertThat(fired.get(1)).isEqualTo(fired.get(0));
  }
}
