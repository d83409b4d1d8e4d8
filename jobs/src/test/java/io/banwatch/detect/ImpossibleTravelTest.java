package io.banwatch.detect;

import static io.banwatch.detect.KeyInPlaces.BERLIN;
import static io.banwatch.detect.KeyInPlaces.DAY;
import static io.banwatch.detect.KeyInPlaces.HOUR;
import static io.banwatch.detect.KeyInPlaces.MONDAY;
import static io.banwatch.detect.KeyInPlaces.NEW_YORK;
import static io.banwatch.detect.KeyInPlaces.PARIS;
import static io.banwatch.detect.KeyInPlaces.TOKYO;
import static io.banwatch.detect.KeyInPlaces.home;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
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
  void midnightMakesNoSecondDay() {
    Instant night = Instant.parse("2026-11-02T23:50:00Z");
    key.works(BERLIN, night, 20);
    key.uses(TOKYO, night.plusSeconds(1));

    assertThat(key.uses(TOKYO, night.plus(Duration.ofMinutes(15)))).isEmpty();
    assertThat(key.uses(BERLIN, night.plus(Duration.ofMinutes(16)))).hasSize(1);
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
