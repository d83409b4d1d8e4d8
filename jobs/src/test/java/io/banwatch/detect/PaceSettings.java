package io.banwatch.detect;

import io.banwatch.policy.Growth;
import io.banwatch.policy.Learning;
import io.banwatch.policy.PaceSignal;
import io.banwatch.policy.PaceWindow;
import io.banwatch.policy.PaceWindows;
import io.banwatch.policy.Settings;
import io.banwatch.policy.Signals;
import java.util.Map;

/** The defaults that the evaluation has shown, for tests. */
final class PaceSettings {
  static final Learning LEARNING = new Learning(0.5, 0.2, 28, 30, 4);
  static final Growth GROWTH = new Growth(60, 5, 0.6, 3);
  static final PaceSignal REQUEST_SURGE =
      new PaceSignal(
          true,
          Map.of("requests", windows(2, 40, 2.5, 90, 3, 450)),
          Map.of("requests", windows(2, 200, 2.5, 450, 3, 2_250)),
          3,
          60);
  static final PaceSignal TOKEN_BURST =
      new PaceSignal(
          true,
          Map.of(
              "input", windows(2, 120_000, 2.5, 450_000, 3, 2_000_000),
              "output", windows(2, 20_000, 2.5, 60_000, 3, 300_000)),
          Map.of(
              "input", windows(2, 600_000, 2.5, 2_250_000, 3, 10_000_000),
              "output", windows(2, 100_000, 2.5, 300_000, 3, 1_500_000)),
          3,
          60);

  private PaceSettings() {}

  static Settings defaults() {
    return with(REQUEST_SURGE, TOKEN_BURST, LEARNING);
  }

  static Settings with(PaceSignal surge, PaceSignal burst, Learning learning) {
    return new Settings(
        new Signals(surge, burst, null, null, null, null, null, null, null), learning, GROWTH);
  }

  static PaceWindows windows(
      double minuteMargin,
      long minuteFloor,
      double tenMargin,
      long tenFloor,
      double hourMargin,
      long hourFloor) {
    return new PaceWindows(
        new PaceWindow(minuteMargin, minuteFloor),
        new PaceWindow(tenMargin, tenFloor),
        new PaceWindow(hourMargin, hourFloor));
  }
}
