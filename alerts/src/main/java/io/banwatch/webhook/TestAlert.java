package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import java.util.List;
import java.util.Locale;

/** Alerts that say of themselves that nothing has happened, to try a receiver with. */
public final class TestAlert {
  /** The signal that no signal is called. */
  public static final String SIGNAL = "banwatch-test";

  private TestAlert() {}

  /**
   * A firing test alert.
   *
   * @param receiver the receiver's name
   * @param policy the policy's hash
   * @param at when, epoch milliseconds; another time is another episode
   */
  public static Alert firing(String receiver, String policy, long at) {
    return new Alert(
        String.format(Locale.ROOT, "%024x", at),
        1,
        AlertStatus.FIRING,
        Severity.INFO,
        SIGNAL,
        new Subject("banwatch", "test", "test", receiver, null),
        policy,
        at,
        at,
        null,
        new Explanation(
            "Test of the receiver " + receiver + ": nothing has happened.",
            "Someone asked Banwatch to try this receiver.",
            List.of(Fact.of("observed", 1), Fact.of("threshold", 1), Fact.of("unit", "tests")),
            List.of("Nothing: when you read this, the receiver works.")));
  }

  /** The test alert's end, a moment later. */
  public static Alert resolved(Alert firing, long at) {
    return new Alert(
        firing.id(),
        firing.sequence() + 1,
        AlertStatus.RESOLVED,
        firing.severity(),
        firing.signal(),
        firing.subject(),
        firing.policy(),
        firing.startsAt(),
        at,
        at,
        firing.explanation());
  }
}
