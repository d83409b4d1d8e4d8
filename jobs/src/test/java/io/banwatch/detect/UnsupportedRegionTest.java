package io.banwatch.detect;

import static io.banwatch.detect.KeyInPlaces.BERLIN;
import static io.banwatch.detect.KeyInPlaces.DAY;
import static io.banwatch.detect.KeyInPlaces.HONG_KONG;
import static io.banwatch.detect.KeyInPlaces.HOUR;
import static io.banwatch.detect.KeyInPlaces.MONDAY;
import static io.banwatch.detect.KeyInPlaces.OLD_DATABASE;
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
import io.banwatch.vendor.AnswerClass;
import io.banwatch.vendor.AnsweredBy;
import io.banwatch.vendor.VendorProfile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnsupportedRegionTest {
  private final KeyInPlaces key = new KeyInPlaces(new UnsupportedRegion());

  @BeforeEach
  void needsNoHistory() {
    key.requestsBefore = 0;
  }

  @Test
  void theFirstRequestWarns() {
    List<Finding> findings = key.uses(HONG_KONG, MONDAY);

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).signal()).isEqualTo("unsupported-region");
    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
    Explanation explanation = findings.get(0).explanation().get();
    assertThat(explanation.summary())
        .isEqualTo(
            "Used in Central, Hong Kong SAR China (HK) through an access network, a country that"
                + " Anthropic does not serve");
    assertThat(explanation.evidence())
        .containsExactly(
            Fact.of("observed", 1),
            Fact.of("unit", "requests"),
            Fact.of("refusedByVendor", 0),
            Fact.of("country", "HK"),
            Fact.of("city", "Central"),
            Fact.of("network", "AS4760 HKT Limited"),
            Fact.of("networkKind", "access"),
            Fact.of("addressBlock", "81.2.69.0/24"),
            Fact.of("client", "anthropic-sdk-python/1.2"),
            Fact.of("historySeconds", 0),
            Fact.at("geoBuiltAt", KeyInPlaces.NEW_DATABASE.toEpochMilli()),
            Fact.of("geoAgeDays", 13));
    assertThat(explanation.nextSteps()).hasSize(4);
  }

  @Test
  void repeatedUseFromAnAccessNetworkIsCritical() {
    assertThat(key.works(HONG_KONG, MONDAY, 4))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING, Severity.WARNING, Severity.CRITICAL, Severity.CRITICAL);
  }

  @Test
  void vpnsAndServersStayAWarning() {
    for (NetworkKind kind : List.of(NetworkKind.VPN, NetworkKind.HOSTING)) {
      KeyInPlaces one = new KeyInPlaces(new UnsupportedRegion());
      one.requestsBefore = 0;
      Place exit = ofKind("HK", "Central", 22.29, 114.15, 20, 9009, "M247 Ltd", kind);

      assertThat(one.works(exit, MONDAY, 10))
          .hasSize(10)
          .extracting(Finding::severity)
          .containsOnly(Severity.WARNING);
    }
  }

  @Test
  void anOldDatabaseMustBeConfirmedByASecondNetwork() {
    key.geoBuiltAt = OLD_DATABASE;

    assertThat(key.works(HONG_KONG, MONDAY, 5))
        .extracting(Finding::severity)
        .containsOnly(Severity.WARNING);
    assertThat(key.uses(home("CN", "Beijing", 39.9, 116.4, 20, 4808, "China Unicom"), MONDAY))
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL);
  }

  @Test
  void orByASecondDay() {
    key.geoBuiltAt = OLD_DATABASE;
    for (int hour = 0; hour < 24; hour += 6) {
      key.uses(HONG_KONG, MONDAY.plus(HOUR.multipliedBy(hour)));
    }

    assertThat(key.uses(HONG_KONG, MONDAY.plus(DAY)))
        .extracting(Finding::severity)
        .containsExactly(Severity.CRITICAL);
  }

  @Test
  void theVendorsRefusalOfAnUnsupportedCountryIsCriticalAtOnce() {
    key.geoBuiltAt = OLD_DATABASE;
    key.answerClass = AnswerClass.REGION;

    Finding finding = key.uses(HONG_KONG, MONDAY).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.explanation().get().summary())
        .isEqualTo(
            "Used in Central, Hong Kong SAR China (HK) through an access network, a country that"
                + " Anthropic does not serve, and the vendor refused the region");
  }

  @Test
  void aRefusalElsewhereWarnsOfTheExit() {
    key.answerClass = AnswerClass.REGION;

    Finding finding = key.uses(BERLIN, MONDAY).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    Explanation explanation = finding.explanation().get();
    assertThat(explanation.summary())
        .isEqualTo(
            "Anthropic refused a request for the region it saw it come from; the caller was in"
                + " Germany (DE)");
    assertThat(explanation.evidence()).contains(Fact.of("refusedByVendor", 1));
    assertThat(explanation.nextSteps().get(0))
        .contains("from which the gateway reaches the vendor");
  }

  @Test
  void aRefusalNeedsNoAddress() {
    key.answerClass = AnswerClass.REGION;

    Finding finding = key.uses(null, MONDAY).get(0);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.explanation().get().summary())
        .isEqualTo("Anthropic refused a request for the region it saw it come from");
  }

  @Test
  void aRefusalByTheGatewayIsNone() {
    key.answerClass = AnswerClass.REGION;
    key.answeredBy = AnsweredBy.GATEWAY;

    assertThat(key.uses(BERLIN, MONDAY)).isEmpty();
  }

  @Test
  void aServedCountryIsNoNews() {
    assertThat(key.works(BERLIN, MONDAY, 10)).isEmpty();
  }

  @Test
  void whatOneVendorDoesNotServeAnotherMay() {
    key.vendor = new VendorProfile("google", Set.of());

    assertThat(key.works(HONG_KONG, MONDAY, 10)).isEmpty();
  }

  @Test
  void declaredNetworksAreNoPlace() {
    assertThat(key.works(declared(HONG_KONG), MONDAY, 10)).isEmpty();
  }

  @Test
  void historyMayBeAskedFor() {
    key.requestsBefore = 5;

    assertThat(key.works(HONG_KONG, MONDAY, 5)).isEmpty();
    assertThat(key.works(HONG_KONG, MONDAY.plus(HOUR), 1)).hasSize(1);
  }

  @Test
  void afterTheQuietTimeItStartsAnew() {
    key.works(HONG_KONG, MONDAY, 4);

    assertThat(key.works(HONG_KONG, MONDAY.plus(DAY.multipliedBy(2)), 1))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(key.state.places.unsupported.requests).isEqualTo(1);
    assertThat(key.state.places.unsupported.placed).isEqualTo(5);
  }

  @Test
  void aDisabledSignalIsSilent() {
    key.enabled = false;

    assertThat(key.works(HONG_KONG, MONDAY, 5)).isEmpty();
  }
}
