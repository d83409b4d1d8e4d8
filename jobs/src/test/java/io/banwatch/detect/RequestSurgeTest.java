package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Finding;
import io.banwatch.alert.Severity;
import io.banwatch.usage.Tokens;
import io.banwatch.vendor.AnsweredBy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestSurgeTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private final KeyTraffic key = new KeyTraffic(new RequestSurge());

  @Test
  void aKeyThatQuadruplesItsRecordFires() {
    key.sendDaily(60, 0, 10, TEN_MINUTES).send(240, KeyTraffic.day(10.5), TEN_MINUTES);

    assertThat(key.findings).isNotEmpty();
    assertThat(key.findings.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(key.findings.get(0).signal()).isEqualTo("request-surge");
    assertThat(key.findings.get(0).quietMillis()).isEqualTo(Duration.ofHours(1).toMillis());
    assertThat(key.evidence("record")).isEqualTo(60.0);
    assertThat(key.evidence("recordAt")).isEqualTo("2026-11-11T09:09:00.000Z");
    assertThat(key.evidence("unit")).isEqualTo("requests");
    assertThat(key.evidence("windowSeconds")).isEqualTo(600.0);
    assertThat(key.evidence("observed")).isEqualTo(205.0);
    assertThat(key.evidence("threshold")).isEqualTo(205.0);
    assertThat(key.summary())
        .isEqualTo(
            "205 requests in 10 minutes: 3.4 times the most this key ever sent in 10 minutes (60 on"
                + " Wed 11 Nov 09:09 UTC, in 10 days)");
  }

  @Test
  void aKeyThatDoublesItsRecordIsSilent() {
    key.sendDaily(60, 0, 10, TEN_MINUTES).send(120, KeyTraffic.day(10.5), TEN_MINUTES);

    assertThat(key.findings).isEmpty();
  }

  @Test
  void aTenfoldRiseBelowTheFloorIsSilent() {
    key.sendDaily(3, 0, 10, TEN_MINUTES).send(38, KeyTraffic.day(10.5), Duration.ofSeconds(30));

    assertThat(key.findings).isEmpty();
  }

  @Test
  void aBurstIsToldWithinSecondsOfTheFloor() {
    key.sendDaily(3, 0, 10, TEN_MINUTES).send(300, KeyTraffic.day(10.5), Duration.ofMinutes(1));

    long after = key.findings.get(0).at() - KeyTraffic.day(10.5).toEpochMilli();
    assertThat(after).isBetween(8_000L, 10_000L);
  }

  @Test
  void threeThresholdsAreCritical() {
    key.sendDaily(3, 0, 10, TEN_MINUTES).send(300, KeyTraffic.day(10.5), Duration.ofMinutes(1));

    assertThat(key.findings)
        .filteredOn(finding -> finding.severity() == Severity.CRITICAL)
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.magnitude()).isGreaterThanOrEqualTo(3));
  }

  @Test
  void aNewKeysOrdinaryFirstHourIsSilent() {
    key.send(3_600, KeyTraffic.day(0), Duration.ofHours(2));

    assertThat(key.findings).isEmpty();
  }

  @Test
  void aNewKeyThatIsBusyAtOnceIsWorthKnowing() {
    key.send(1_000, KeyTraffic.day(0), Duration.ofMinutes(5));

    assertThat(key.findings)
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO));
    assertThat(key.summary()).contains("and this key has no record to compare with");
  }

  @Test
  void aNewKeyThatStaysBusyIsToldOnceAndAdopted() {
    key.send(1_200_000, KeyTraffic.day(0), Duration.ofDays(2));

    long last = key.findings.get(key.findings.size() - 1).at();
    assertThat(Duration.ofMillis(last - KeyTraffic.START.toEpochMilli()))
        .isLessThan(Duration.ofHours(2));
  }

  @Test
  void aYoungKeySaysHowLittleIsKnown() {
    key.send(30, KeyTraffic.day(0), TEN_MINUTES).send(500, KeyTraffic.day(0.125), TEN_MINUTES);

    assertThat(key.summary()).endsWith("; learning: 3 h of history");
    assertThat(key.evidence("learning")).isEqualTo("3 h of history");
    assertThat(key.evidence("historySeconds"))
        .isEqualTo((double) (key.findings.get(0).at() / 1000 - KeyTraffic.START.getEpochSecond()));
  }

  @Test
  void aRiseOfTheSameHourIsNotItsOwnRecord() {
    key.sendDaily(60, 0, 10, TEN_MINUTES);
    Instant ramp = KeyTraffic.day(10.5);
    for (int step = 0; step < 4; step++) {
      key.send(60 << step, ramp.plus(Duration.ofMinutes(20L * step)), TEN_MINUTES);
    }

    assertThat(key.findings.get(0).at())
        .isBetween(
            ramp.plus(Duration.ofMinutes(40)).toEpochMilli(),
            ramp.plus(Duration.ofMinutes(50)).toEpochMilli());
    assertThat(key.evidence("record")).isEqualTo(60.0);
  }

  @Test
  void theRecordIsFrozenWhileTheEpisodeIsOpen() {
    key.sendDaily(60, 0, 10, TEN_MINUTES);
    for (int i = 0; i < 12; i++) {
      key.send(300, KeyTraffic.day(10.5).plus(Duration.ofMinutes(30L * i)), TEN_MINUTES);
    }

    Finding last = key.findings.get(key.findings.size() - 1);
    assertThat(last.explanation().get().evidence())
        .anyMatch(fact -> fact.name().equals("record") && fact.number() == 60.0);
  }

  @Test
  void aLevelThatWasToldIsAdoptedWhenItsEpisodeEnds() {
    key.sendDaily(60, 0, 10, TEN_MINUTES).send(230, KeyTraffic.day(10.5), TEN_MINUTES);
    int told = key.findings.size();

    key.send(230, KeyTraffic.day(11.5), TEN_MINUTES);

    assertThat(told).isPositive();
    assertThat(key.findings).hasSize(told);
  }

  @Test
  void aPatientRampTeachesAtMostAFactorOfFourAWeek() {
    key.sendDaily(60, 0, 10, TEN_MINUTES);
    int level = 60;
    for (int day = 10; day < 16; day++) {
      level *= 5;
      key.send(level, KeyTraffic.day(day + 0.5), TEN_MINUTES);
    }

    assertThat(key.state.pace.requests.tenMinutes.records.get(0).most()).isEqualTo(240);
  }

  @Test
  void aRecordIsForgottenAfterItsDays() {
    key.send(600, KeyTraffic.day(0), Duration.ofHours(1)).sendDaily(10, 1, 35, TEN_MINUTES);

    assertThat(key.state.pace.requests.tenMinutes.records.get(0).most()).isEqualTo(10);
  }

  @Test
  void requestsOutOfOrderCountInTheirSliceAndLateOnesNot() {
    Instant from = KeyTraffic.day(0);
    key.sendAt(from.plusSeconds(50));
    key.sendAt(from.plusSeconds(2));
    key.late(true).sendAt(from.plusSeconds(3));

    SliceRing ring = key.state.pace.requests.oneMinute.ring;
    assertThat(ring.total(0)).isEqualTo(2);
    ring.slideTo(from.plusSeconds(61).toEpochMilli(), PaceSpan.ONE_MINUTE);
    assertThat(ring.total(0)).isEqualTo(1);
  }

  @Test
  void whatTheGatewayAnsweredItselfIsNotThePaceAVendorSees() {
    key.sendDaily(3, 0, 10, TEN_MINUTES)
        .answeredBy(AnsweredBy.GATEWAY)
        .with(Tokens.NONE)
        .send(3_000, KeyTraffic.day(10.5), TEN_MINUTES);

    assertThat(key.findings).isEmpty();
  }
}
