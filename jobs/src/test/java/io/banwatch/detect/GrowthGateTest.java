package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthGateTest {
  private static final long NOW = GrowthSamples.NOW;
  private static final long QUIET = 3_600_000L;
  private static final int TEN_MINUTES_OF_REQUESTS =
      AboveRecord.place(PaceMeasure.REQUESTS, PaceSpan.TEN_MINUTES);
  private static final AboveRecord ABOVE = GrowthSamples.everywhere();

  private final GrowthState state = new GrowthState();
  private final List<Alert> told = new ArrayList<>();
  private final List<Finding> aboutAccount = new ArrayList<>();
  private final GrowthGate gate =
      new GrowthGate(state, PaceSettings.defaults(), told::add, aboutAccount::add);

  @Test
  void oneKeyRisingAloneIsToldAfterTheHoldWithItsOwnTimes() {
    siblings(12, 1, NOW);
    Alert line = GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW);

    gate.offer(line, false);
    gate.advance(NOW + 59_999);
    assertThat(told).isEmpty();
    assertThat(GrowthGate.heldUntil(state)).isEqualTo(NOW + 60_000);

    gate.advance(NOW + 60_000);
    assertThat(told).containsExactly(line);
    assertThat(aboutAccount).isEmpty();
    assertThat(GrowthGate.heldUntil(state)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void keysThatRiseTogetherAreToldOnceAboutTheAccount() {
    siblings(12, 10, NOW - 10_000);

    for (int key = 0; key < 10; key++) {
      gate.offer(GrowthSamples.line("key-" + key, 1, AlertStatus.FIRING, NOW + key), false);
    }
    gate.advance(Long.MAX_VALUE);

    assertThat(told).isEmpty();
    assertThat(aboutAccount).hasSize(10);
    assertThat(aboutAccount.get(0).explanation().get().summary())
        .isEqualTo(
            "10 of 12 active keys of this account rise together: growth, told once here instead of"
                + " for each key; the largest: key-0 (131 requests in 10 min)");
    assertThat(aboutAccount.get(0).quietMillis()).isEqualTo(QUIET);
  }

  @Test
  void siblingsBelowTheirRecordsDoWhatTheyAlwaysDid() {
    siblings(12, 12, NOW - 10_000, null);
    Alert line = GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW);

    gate.offer(line, false);
    gate.advance(Long.MAX_VALUE);

    assertThat(told).containsExactly(line);
  }

  @Test
  void siblingsAboveTheirRecordsInAnotherWindowDoNotAbsorb() {
    AboveRecord minute = new AboveRecord();
    minute.more[AboveRecord.place(PaceMeasure.REQUESTS, PaceSpan.ONE_MINUTE)] = 1;
    siblings(12, 12, NOW - 10_000, minute);
    Alert line = GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW);

    gate.offer(line, false);
    gate.advance(Long.MAX_VALUE);

    assertThat(told).containsExactly(line);
  }

  @Test
  void siblingsThatRiseWithinTheHoldAbsorbTheFirstKey() {
    siblings(12, 1, NOW);
    gate.offer(GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW), false);

    siblings(12, 10, NOW + 40_000);
    gate.advance(NOW + 60_000);

    assertThat(told).isEmpty();
    assertThat(aboutAccount).hasSize(1);
    assertThat(aboutAccount.get(0).at()).isEqualTo(NOW);
  }

  @Test
  void aFewActiveKeysAreNobodysSiblings() {
    siblings(5, 5, NOW);
    Alert line = GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW);

    gate.offer(line, false);

    assertThat(told).containsExactly(line);
  }

  @Test
  void anAlertAboveTheCeilingIsToldAtOnceAmidGrowth() {
    siblings(12, 12, NOW);
    Alert line = GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW);

    gate.offer(line, true);

    assertThat(told).containsExactly(line);
  }

  @Test
  void anAbsorbedEpisodeThatClimbsAboveTheCeilingIsToldFromThereToItsEnd() {
    siblings(12, 12, NOW);
    gate.offer(GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW), false);
    gate.offer(GrowthSamples.line("key-0", 2, AlertStatus.FIRING, NOW + 1), false);
    Alert climbed = GrowthSamples.line("key-0", 3, AlertStatus.FIRING, NOW + 2);
    Alert resolved = GrowthSamples.line("key-0", 4, AlertStatus.RESOLVED, NOW + QUIET);

    gate.offer(climbed, true);
    gate.offer(resolved, false);

    assertThat(told).containsExactly(climbed, resolved);
  }

  @Test
  void anAbsorbedEpisodeEndsUnheard() {
    siblings(12, 12, NOW);
    gate.offer(GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW), false);

    gate.offer(GrowthSamples.line("key-0", 2, AlertStatus.RESOLVED, NOW + QUIET), false);

    assertThat(told).isEmpty();
    assertThat(state.absorbed).isEmpty();
  }

  @Test
  void whatClimbsAboveTheCeilingWhileItWaitsIsToldInOrder() {
    siblings(12, 1, NOW);
    Alert first = GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW);
    Alert second = GrowthSamples.line("key-0", 2, AlertStatus.FIRING, NOW + 5_000);

    gate.offer(first, false);
    gate.offer(second, true);

    assertThat(told).containsExactly(first, second);
  }

  @Test
  void laterLinesOfAToldEpisodePassAtOnce() {
    siblings(12, 1, NOW);
    gate.offer(GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW), true);
    siblings(12, 12, NOW + 1_000);
    Alert later = GrowthSamples.line("key-0", 2, AlertStatus.FIRING, NOW + 2_000);

    gate.offer(later, false);

    assertThat(told).hasSize(2).endsWith(later);
  }

  @Test
  void theEndOfTheLogTellsWhatWaits() {
    siblings(12, 1, NOW);
    gate.offer(GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW), false);

    gate.advance(Long.MAX_VALUE);

    assertThat(told).hasSize(1);
  }

  @Test
  void growthOfTenThousandKeysIsReckonedFromABoundedSample() {
    siblings(10_000, 8_000, NOW);
    gate.offer(GrowthSamples.line("key-1", 1, AlertStatus.FIRING, NOW), false);

    assertThat(state.siblings).hasSize(GrowthSample.MOST);
    assertThat(told).isEmpty();
    GrownWindow grown = state.grown.get(TEN_MINUTES_OF_REQUESTS);
    assertThat((double) grown.rising / grown.active).isBetween(0.65, 0.95);
    assertThat(grown.keys).isBetween(7_000, 13_000);
  }

  @Test
  void theCeilingIsReadFromTheEvidence() {
    Alert line = GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW);

    assertThat(GrowthFindings.thresholds(line)).isEqualTo(1.31);
    assertThat(GrowthGate.aboveCeiling(line, PaceSettings.GROWTH)).isFalse();
  }

  private void siblings(int keys, int rising, long at) {
    GrowthSamples.siblings(gate, keys, rising, at, ABOVE);
  }

  private void siblings(int keys, int rising, long at, AboveRecord above) {
    GrowthSamples.siblings(gate, keys, rising, at, above);
  }
}
