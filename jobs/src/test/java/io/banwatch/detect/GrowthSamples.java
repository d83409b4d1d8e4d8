package io.banwatch.detect;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import java.util.Arrays;
import java.util.List;

/** What keys of an account do, and alerts about one. */
final class GrowthSamples {
  static final long NOW = 1_793_577_600_000L;

  private GrowthSamples() {}

  /** Above the record in every window. */
  static AboveRecord everywhere() {
    AboveRecord above = new AboveRecord();
    Arrays.fill(above.more, 1);
    return above;
  }

  /** So many keys send, of which so many rise. */
  static void siblings(GrowthGate gate, int keys, int rising, long at, AboveRecord above) {
    for (int key = 0; key < keys; key++) {
      gate.observe(
          new AccountActivity(
              AccountActivity.Kind.SUM,
              "anthropic",
              "org-1",
              null,
              "key-" + key,
              null,
              at,
              1,
              1,
              at,
              0,
              0,
              0,
              0,
              null,
              key < rising,
              key < rising ? above : null,
              null,
              false,
              false));
    }
  }

  /** A key's alert of 131 requests in ten minutes, of 100 that it may make. */
  static Alert line(String key, int sequence, AlertStatus status, long at) {
    return line(key, sequence, status, at, "request-surge", "requests");
  }

  static Alert line(
      String key, int sequence, AlertStatus status, long at, String signal, String unit) {
    Explanation explanation =
        new Explanation(
            "",
            "",
            List.of(
                Fact.of("observed", 131),
                Fact.of("threshold", 100),
                Fact.of("unit", unit),
                Fact.of("windowSeconds", 600)),
            List.of());
    return new Alert(
        "id-" + key,
        sequence,
        status,
        Severity.WARNING,
        signal,
        new Subject("anthropic", "org-1", key, null, null),
        "policy",
        NOW,
        at,
        null,
        explanation);
  }
}
