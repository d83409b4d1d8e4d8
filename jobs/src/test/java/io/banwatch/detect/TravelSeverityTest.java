package io.banwatch.detect;

import static io.banwatch.detect.KeyInPlaces.BERLIN;
import static io.banwatch.detect.KeyInPlaces.DAY;
import static io.banwatch.detect.KeyInPlaces.HOUR;
import static io.banwatch.detect.KeyInPlaces.MONDAY;
import static io.banwatch.detect.KeyInPlaces.MUNICH;
import static io.banwatch.detect.KeyInPlaces.NEW_YORK;
import static io.banwatch.detect.KeyInPlaces.OLD_DATABASE;
import static io.banwatch.detect.KeyInPlaces.PARIS;
import static io.banwatch.detect.KeyInPlaces.TOKYO;
import static io.banwatch.detect.KeyInPlaces.VIRGINIA;
import static io.banwatch.detect.KeyInPlaces.VPN_AMSTERDAM;
import static io.banwatch.detect.KeyInPlaces.home;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.place.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much an impossible journey matters. */
class TravelSeverityTest {
  private final KeyInPlaces key = new KeyInPlaces(new ImpossibleTravel());

  @Test
  void aServerFarFromItsOwnerFires() {
    key.works(BERLIN, MONDAY, 30);

    assertThat(key.uses(VIRGINIA, MONDAY.plus(HOUR)))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
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
}
