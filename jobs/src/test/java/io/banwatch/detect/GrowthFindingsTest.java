package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Finding;
import io.banwatch.policy.PaceSignal;
import io.banwatch.policy.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthFindingsTest {
  private static final long NOW = GrowthSamples.NOW;
  private static final AboveRecord ABOVE = GrowthSamples.everywhere();

  private final GrowthState state = new GrowthState();
  private final List<Finding> aboutAccount = new ArrayList<>();
  private final GrowthGate gate =
      new GrowthGate(state, PaceSettings.defaults(), told -> {}, aboutAccount::add);

  /** The account's own pace counts in thresholds, and has the same episode. */
  @Test
  void howFarGrowthGoesIsCountedInThresholds() {
    GrowthSamples.siblings(gate, 12, 12, NOW - 10_000, ABOVE);

    gate.offer(GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW), false);

    // Most of its 11 siblings, at six tenths, and the key itself are 8.
    assertThat(aboutAccount.get(0).magnitude()).isEqualTo(12 / 8.0);
  }

  @Test
  void growthThatTheTokensShowIsQuietAsTokenBurstSays() {
    Settings settings =
        PaceSettings.with(
            PaceSettings.REQUEST_SURGE,
            new PaceSignal(
                true,
                PaceSettings.TOKEN_BURST.key(),
                PaceSettings.TOKEN_BURST.account(),
                PaceSettings.TOKEN_BURST.criticalAtThresholds(),
                7),
            PaceSettings.LEARNING);
    GrowthGate other = new GrowthGate(state, settings, told -> {}, aboutAccount::add);
    GrowthSamples.siblings(other, 12, 12, NOW - 10_000, ABOVE);

    other.offer(
        GrowthSamples.line("key-0", 1, AlertStatus.FIRING, NOW, "token-burst", "input tokens"),
        false);

    assertThat(aboutAccount.get(0).quietMillis()).isEqualTo(7 * 60_000L);
  }
}
