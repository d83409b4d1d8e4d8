package io.banwatch.detect;

import static io.banwatch.detect.KeyInPlaces.BERLIN;
import static io.banwatch.detect.KeyInPlaces.DAY;
import static io.banwatch.detect.KeyInPlaces.DUBLIN;
import static io.banwatch.detect.KeyInPlaces.FALKENSTEIN;
import static io.banwatch.detect.KeyInPlaces.HOUR;
import static io.banwatch.detect.KeyInPlaces.MONDAY;
import static io.banwatch.detect.KeyInPlaces.MUNICH;
import static io.banwatch.detect.KeyInPlaces.NEW_YORK;
import static io.banwatch.detect.KeyInPlaces.OLD_DATABASE;
import static io.banwatch.detect.KeyInPlaces.PARIS;
import static io.banwatch.detect.KeyInPlaces.TOKYO;
import static io.banwatch.detect.KeyInPlaces.VIRGINIA;
import static io.banwatch.detect.KeyInPlaces.declared;
import static io.banwatch.detect.KeyInPlaces.home;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.place.NetworkKind;
import io.banwatch.place.Place;
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewCountryTest {
  private final KeyInPlaces key = new KeyInPlaces(new NewCountry());

  @Test
  void aCountryTheKeyNeverUsedFires() {
    assertThat(key.works(BERLIN, MONDAY, 20)).isEmpty();

    Instant at = MONDAY.plus(HOUR);
    List<Finding> findings = key.uses(TOKYO, at);

    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.signal()).isEqualTo("new-country");
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.magnitude()).isEqualTo(1);
    assertThat(finding.at()).isEqualTo(at.toEpochMilli());
    assertThat(finding.quietMillis()).isEqualTo(Duration.ofHours(12).toMillis());
    Explanation explanation = finding.explanation().get();
    assertThat(explanation.summary())
        .isEqualTo(
            "Used in Tokyo, Japan (JP) through an access network, where this key never was in 20"
                + " requests (known: DE)");
    assertThat(explanation.evidence())
        .containsExactly(
            Fact.of("observed", "JP"),
            Fact.of("knownCountries", "DE"),
            Fact.of("requestsBefore", 20),
            Fact.of("threshold", 20),
            Fact.of("unit", "requests"),
            Fact.of("country", "JP"),
            Fact.of("city", "Tokyo"),
            Fact.of("network", "AS2516 KDDI CORPORATION"),
            Fact.of("networkKind", "access"),
            Fact.of("addressBlock", "81.2.69.0/24"),
            Fact.of("client", "anthropic-sdk-python/1.2"),
            Fact.of("historySeconds", 3600),
            Fact.at("geoBuiltAt", KeyInPlaces.NEW_DATABASE.toEpochMilli()),
            Fact.of("geoAgeDays", 13));
    assertThat(explanation.reason()).contains("resembles");
    assertThat(explanation.nextSteps()).anyMatch(step -> step.contains("`networks:`"));
  }

  @Test
  void aFirstCountryIsNobodysNews() {
    key.requestsBefore = 0;

    assertThat(key.uses(BERLIN, MONDAY)).isEmpty();
    assertThat(key.uses(BERLIN, MONDAY.plusSeconds(1))).isEmpty();
    assertThat(key.uses(TOKYO, MONDAY.plusSeconds(2))).hasSize(1);
  }

  @Test
  void aKeyThatIsHardlyKnownLearnsItsCountries() {
    assertThat(key.works(BERLIN, MONDAY, 19)).isEmpty();
    assertThat(key.works(TOKYO, MONDAY.plus(HOUR), 100)).isEmpty();

    assertThat(key.uses(NEW_YORK, MONDAY.plus(HOUR.multipliedBy(3))))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void theFindingRepeatsUntilTheCountryIsTheKeysOwn() {
    key.works(BERLIN, MONDAY, 20);

    assertThat(key.works(TOKYO, MONDAY.plus(HOUR), 5)).hasSize(5);
    assertThat(key.uses(BERLIN, MONDAY.plus(HOUR.multipliedBy(2)))).isEmpty();
    assertThat(key.works(TOKYO, MONDAY.plus(DAY), 5)).isEmpty();
    assertThat(key.works(BERLIN, MONDAY.plus(DAY).plus(HOUR), 5)).isEmpty();
  }

  @Test
  void eachFurtherNewCountryAddsToTheMagnitude() {
    key.works(BERLIN, MONDAY, 20);
    key.uses(TOKYO, MONDAY.plus(HOUR));

    assertThat(key.uses(NEW_YORK, MONDAY.plus(HOUR.multipliedBy(2))))
        .extracting(Finding::magnitude)
        .containsExactly(2.0);
  }

  @Test
  void anotherCityOfAKnownCountryIsNoNews() {
    key.works(BERLIN, MONDAY, 20);

    assertThat(key.uses(MUNICH, MONDAY.plus(HOUR))).isEmpty();
  }

  @Test
  void aServicesNextRegionIsOnlyNoted() {
    KeyState shared = key.state;
    KeyInPlaces networks = new KeyInPlaces(new NewNetwork());
    networks.works(VIRGINIA, MONDAY, 20);
    key.works(VIRGINIA, MONDAY, 20);
    shared.places.networks = networks.state.places.networks;

    assertThat(key.uses(DUBLIN, MONDAY.plus(HOUR)))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
    assertThat(key.uses(PARIS, MONDAY.plus(HOUR)))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void aRentedServerAbroadWarnsForAPersonsKey() {
    key.works(BERLIN, MONDAY, 20);

    assertThat(key.uses(VIRGINIA, MONDAY.plus(HOUR)))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void aKeyAtHomeInSeveralCountriesIsOnlyNoted() {
    for (int day = 0; day < 2; day++) {
      Instant morning = MONDAY.plus(DAY.multipliedBy(day));
      key.works(BERLIN, morning, 5);
      key.works(PARIS, morning.plus(HOUR), 5);
      key.works(TOKYO, morning.plus(HOUR.multipliedBy(2)), 5);
    }

    assertThat(key.uses(NEW_YORK, MONDAY.plus(DAY).plus(HOUR.multipliedBy(5))))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void anOldDatabaseDoubtsANeighbouringCountry() {
    key.geoBuiltAt = OLD_DATABASE;
    Place strasbourg = home("FR", "Strasbourg", 48.5839, 7.7455, 20, 3215, "Orange S.A.");
    key.works(MUNICH, MONDAY, 20);
    key.state.places.places.add(KnownPlace.of(MUNICH));

    Finding near = key.uses(strasbourg, MONDAY.plus(HOUR)).get(0);
    Finding far = key.uses(TOKYO, MONDAY.plus(HOUR)).get(0);

    assertThat(near.severity()).isEqualTo(Severity.INFO);
    assertThat(far.severity()).isEqualTo(Severity.WARNING);
    assertThat(near.explanation().get().evidence())
        .contains(
            Fact.of("nearestKnown", "Munich, Germany (DE)"),
            Fact.of("distanceKm", 287),
            Fact.of("edgeDistanceKm", 247),
            Fact.of("geoAgeDays", 2546));
  }

  @Test
  void aNewDatabaseDoesNot() {
    Place strasbourg = home("FR", "Strasbourg", 48.5839, 7.7455, 20, 3215, "Orange S.A.");
    key.works(MUNICH, MONDAY, 20);
    key.state.places.places.add(KnownPlace.of(MUNICH));

    assertThat(key.uses(strasbourg, MONDAY.plus(HOUR)))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void declaredAndUnknownPlacesAreNoCountry() {
    Place nowhere =
        new Place(null, null, Double.NaN, Double.NaN, 0, 0, null, NetworkKind.ACCESS, false);
    key.works(BERLIN, MONDAY, 20);

    assertThat(key.uses(declared(TOKYO), MONDAY.plus(HOUR))).isEmpty();
    assertThat(key.uses(nowhere, MONDAY.plus(HOUR))).isEmpty();
    assertThat(key.uses(null, MONDAY.plus(HOUR))).isEmpty();
    assertThat(key.state.places.countries).hasSize(1);
  }

  @Test
  void whoIsRefusedForTheCredentialIsNotTheKey() {
    key.works(BERLIN, MONDAY, 20);
    key.answerClass = AnswerClass.AUTH;
    key.answeredBy = AnsweredBy.GATEWAY;

    assertThat(key.uses(TOKYO, MONDAY.plus(HOUR))).isEmpty();
    assertThat(key.state.places.countries).hasSize(1);
  }

  @Test
  void neitherOrderHidesTheStranger() {
    key.works(BERLIN, MONDAY, 21);
    Instant late = MONDAY.plus(Duration.ofMinutes(20)).minusSeconds(30);

    assertThat(key.uses(TOKYO, late)).hasSize(1);
    assertThat(key.uses(TOKYO, late.minusSeconds(5))).hasSize(1);
  }

  @Test
  void aDisabledSignalStillLearns() {
    key.enabled = false;
    key.works(BERLIN, MONDAY, 20);

    assertThat(key.uses(TOKYO, MONDAY.plus(HOUR))).isEmpty();
    assertThat(key.state.places.countries).hasSize(2);
  }

  @Test
  void manyCountriesNeverPushOutTheKeysOwn() {
    key.works(BERLIN, MONDAY, 20);
    key.works(BERLIN, MONDAY.plus(DAY), 20);
    for (char first = 'A'; first <= 'C'; first++) {
      for (char second = 'A'; second <= 'Z'; second++) {
        String code = "" + first + second;
        key.uses(home(code, "City", 1, 1, 20, 1, "N"), MONDAY.plus(DAY).plusSeconds(second));
      }
    }

    assertThat(key.state.places.countries).hasSize(NewestFirst.MOST);
    assertThat(key.uses(FALKENSTEIN, MONDAY.plus(DAY).plus(HOUR))).isEmpty();
  }
}
