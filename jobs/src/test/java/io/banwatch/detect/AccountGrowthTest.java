package io.banwatch.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.alert.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole accounts of steady keys through signals and gate: deploys and thefts. */
class AccountGrowthTest {
  private static final double EVENT = 1.2;
  private static final double HOURS = 1.0 / 24;

  @ParameterizedTest(name = "{0} keys of {1} requests/s")
  @CsvSource({"12, 0.3", "40, 0.2"})
  void aDeployThatTriplesSteadyKeysTellsNoKey(int keys, double rate) {
    PaceReplay replay = new PaceReplay(PaceSettings.defaults());

    replay.run(account(keys, rate, 3, false));

    assertThat(toldKeys(replay)).isEmpty();
    assertThat(accountLinesAfterTheEvent(replay)).hasSizeLessThanOrEqualTo(1);
  }

  @ParameterizedTest(name = "{0} keys of {1} requests/s")
  @CsvSource({"12, 0.3", "40, 0.2"})
  void aDeployThatRaisesEveryKeySixfoldIsToldOnceAboutTheAccount(int keys, double rate) {
    PaceReplay replay = new PaceReplay(PaceSettings.defaults());

    replay.run(account(keys, rate, 6, false));

    assertThat(keysOf(replay.keyLines)).hasSize(keys);
    assertThat(toldKeys(replay)).isEmpty();
    assertThat(accountLinesAfterTheEvent(replay)).hasSize(1);
  }

  @ParameterizedTest(name = "{0} keys of {1} requests/s")
  @CsvSource({"3, 0.02", "12, 0.02", "40, 0.02", "12, 0.3"})
  void oneStolenKeyIsToldWithinTwoMinutes(int keys, double rate) {
    PaceReplay replay = new PaceReplay(PaceSettings.defaults());

    replay.run(account(keys, rate, 1, true));

    assertThat(toldKeys(replay)).containsExactly("key-0");
    assertThat(replay.toldLines.get(0).at() - SimulatedKey.millis(EVENT)).isLessThan(120_000);
  }

  @ParameterizedTest(name = "{0} keys of {1} requests/s")
  @CsvSource({"12, 0.3", "40, 0.3"})
  void aKeyStolenOnTheDayOfADeployIsToldAboveTheCeiling(int keys, double rate) {
    PaceReplay replay = new PaceReplay(PaceSettings.defaults());

    replay.run(account(keys, rate, 6, true));

    assertThat(toldKeys(replay)).containsExactly("key-0");
  }

  private static List<Alert> accountLinesAfterTheEvent(PaceReplay replay) {
    return replay.accountLines.stream()
        .filter(line -> line.sequence() == 1 && line.startsAt() >= SimulatedKey.millis(EVENT))
        .filter(line -> line.signal().equals("request-surge"))
        .toList();
  }

  private static List<String> toldKeys(PaceReplay replay) {
    return keysOf(replay.toldLines.stream().map(PaceReplay.Told::line).toList());
  }

  private static List<String> keysOf(List<Alert> lines) {
    return lines.stream().map(line -> line.subject().key()).distinct().toList();
  }

  /** Steady keys for a day; from the event all send a factor more, and one is stolen. */
  private static List<SimulatedKey> account(int keys, double rate, double factor, boolean stolen) {
    List<SimulatedKey> all = new ArrayList<>();
    Random random = new Random(keys);
    for (int i = 0; i < keys; i++) {
      SimulatedKey key =
          new SimulatedKey("key-" + i, "org-1", null, RandomSource.XO_RO_SHI_RO_128_PP.create(i));
      double day = 0;
      while (day < EVENT + 2 * HOURS) {
        double now = day < EVENT ? rate : rate * factor;
        day += -Math.log(1 - random.nextDouble()) / now / 86_400;
        key.add(SimulatedKey.millis(day), 800, 150);
      }
      if (stolen && i == 0) {
        for (int request = 0; request < 12_000; request++) {
          key.add(SimulatedKey.millis(EVENT) + request * 100L, 800, 150);
        }
      }
      key.sort();
      all.add(key);
    }
    return all;
  }
}
