package io.banwatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Fact;
import org.junit.jupiter.api.Test;

class HowSureTest {
  @Test
  void aNumberIsSetAgainstItsThresholdAndItsPast() {
    assertThat(HowSure.of(Examples.FIRING))
        .isEqualTo(
            "observed 420 requests in 60 s; alarming from 86; the most before was 33; learned from"
                + " 11 days of history");
  }

  @Test
  void aNewNameIsSetAgainstTheRequestsInWhichItWasNotSeen() {
    assertThat(
            howSure(
                Fact.of("observed", "AS3215 Orange"),
                Fact.of("requestsBefore", 145),
                Fact.of("threshold", 20),
                Fact.of("unit", "requests"),
                Fact.of("historySeconds", 86_606),
                Fact.of("geoNote", "the geo database is old")))
        .isEqualTo(
            "observed AS3215 Orange; not seen in 145 requests before; learned from 1 day of"
                + " history; the geo database is old");
  }

  @Test
  void oneIsSaidInTheSingularAndOtherUnitsStay() {
    assertThat(howSure(Fact.of("observed", 1), Fact.of("unit", "requests")))
        .isEqualTo("observed 1 request");
    assertThat(howSure(Fact.of("observed", 410), Fact.of("unit", "HTTP status")))
        .isEqualTo("observed 410 HTTP status");
    assertThat(howSure()).isEmpty();
  }

  private static String howSure(Fact... facts) {
    return HowSure.of(Examples.evidence(facts));
  }
}
