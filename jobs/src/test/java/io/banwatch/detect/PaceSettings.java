package io.banwatch.detect;

import io.banwatch.alert.Subject;
import io.banwatch.policy.Growth;
import io.banwatch.policy.Learning;
import io.banwatch.policy.PaceSignal;
import io.banwatch.policy.PaceWindow;
import io.banwatch.policy.PaceWindows;
import io.banwatch.policy.PolicyReader;
import io.banwatch.policy.Settings;
import io.banwatch.policy.Signals;

/** The built-in policy's pace settings, for tests and the evaluation. */
final class PaceSettings {
  private static final Settings BUILT_IN =
      PolicyReader.builtIn().settingsFor(Subject.ofAccount("anthropic", "org-1"));

  static final Learning LEARNING = BUILT_IN.learning();
  static final Growth GROWTH = BUILT_IN.growth();
  static final PaceSignal REQUEST_SURGE = BUILT_IN.signals().requestSurge();
  static final PaceSignal TOKEN_BURST = BUILT_IN.signals().tokenBurst();

  private PaceSettings() {}

  static Settings defaults() {
    return with(REQUEST_SURGE, TOKEN_BURST, LEARNING);
  }

  static Settings with(PaceSignal surge, PaceSignal burst, Learning learning) {
    return new Settings(
        new Signals(surge, burst, null, null, null, null, null, null, null, null, null, null),
        learning,
        GROWTH,
        null);
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
