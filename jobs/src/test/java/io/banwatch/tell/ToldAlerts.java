package io.banwatch.tell;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import java.util.List;

/** Alerts to tell. */
final class ToldAlerts {
  static final long START = 1_700_000_000_000L;
  private static final long STEP = 1_000;

  private ToldAlerts() {}

  static Alert firing(String id, int sequence) {
    return alert(id, sequence, AlertStatus.FIRING, Severity.WARNING, "org-1");
  }

  static Alert critical(String id, int sequence) {
    return alert(id, sequence, AlertStatus.FIRING, Severity.CRITICAL, "org-1");
  }

  static Alert resolved(String id, int sequence) {
    return alert(id, sequence, AlertStatus.RESOLVED, Severity.WARNING, "org-1");
  }

  static Alert ofAccount(String id, String account) {
    return alert(id, 1, AlertStatus.FIRING, Severity.WARNING, account);
  }

  static Alert alert(
      String id, int sequence, AlertStatus status, Severity severity, String account) {
    long at = START + STEP * sequence;
    return new Alert(
        id,
        sequence,
        status,
        severity,
        "request-surge",
        new Subject("anthropic", account, "88dc0000", "ci-bot", "search"),
        "5f1e5f1e5f1e",
        START,
        at,
        status == AlertStatus.RESOLVED ? (Long) at : null,
        new Explanation(
            "ci-bot made 400 requests in a minute.",
            "It resembles a runaway loop.",
            List.of(Fact.of("observed", 400), Fact.of("unit", "requests")),
            List.of("Ask the key's owner.")));
  }

  static String line(Alert alert) {
    return Lines.of(alert);
  }

  static Addressed to(String receiver, Alert alert) {
    return new Addressed(receiver, true, false, line(alert));
  }
}
