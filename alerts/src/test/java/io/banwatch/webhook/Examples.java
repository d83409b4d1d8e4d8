package io.banwatch.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import io.banwatch.policy.EmailSettings;
import io.banwatch.policy.Receiver;
import io.banwatch.policy.ReceiverFormat;
import io.banwatch.policy.Reference;
import io.banwatch.policy.Telling;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Alerts and receivers that the tests share. */
final class Examples {
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  static final String ROUTING_KEY = "0123456789abcdef0123456789ABCDEF";

  /** 2026-11-03T14:10:00Z. */
  static final long START = 1_793_715_000_000L;

  static final long NOW = START + 5_000;
  static final Alert FIRING =
      new Alert(
          "0123456789abcdef01234567",
          1,
          AlertStatus.FIRING,
          Severity.WARNING,
          "request-surge",
          new Subject("anthropic", "org-1", "88dc0123456789", "ci-bot", "search"),
          "5f1e5f1e5f1e",
          START,
          START + 1,
          null,
          new Explanation(
              "420 requests in a minute, twelve times the most before.",
              "It resembles a runaway loop or a stolen key.",
              List.of(
                  Fact.of("observed", 420),
                  Fact.of("record", 33),
                  Fact.of("threshold", 86),
                  Fact.of("unit", "requests"),
                  Fact.of("windowSeconds", 60),
                  Fact.of("historySeconds", 950_400)),
              List.of("Ask the owner.", "Rotate the key.")));

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Examples() {}

  static Alert worse(Alert alert) {
    return changed(alert, AlertStatus.FIRING, Severity.CRITICAL, null);
  }

  static Alert resolved(Alert alert) {
    return changed(alert, AlertStatus.RESOLVED, alert.severity(), START + 1_800_000);
  }

  static Alert about(Subject subject) {
    return with(FIRING, subject, FIRING.explanation());
  }

  /** Every text that may come from a log is this one. */
  static Alert saying(String text) {
    return with(
        FIRING,
        new Subject(text, text, text, text, text),
        new Explanation(
            text, text, List.of(Fact.of(text, text), Fact.of("observed", text)), List.of(text)));
  }

  static Alert evidence(Fact... facts) {
    Explanation said = FIRING.explanation();
    return with(
        FIRING,
        FIRING.subject(),
        new Explanation(said.summary(), said.reason(), List.of(facts), said.nextSteps()));
  }

  static Telling telling(String dashboard) {
    return new Telling(
        List.of(), List.of(), dashboard, TimeUnit.MINUTES.toMillis(5), TimeUnit.HOURS.toMillis(72));
  }

  static Receiver receiver(ReceiverFormat format, boolean fullAddresses) {
    return new Receiver(
        "oncall",
        format,
        "http://localhost:1/x",
        null,
        new Reference("env:SECRET"),
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        fullAddresses,
        new EmailSettings(
            "localhost", 25, null, null, null, "b@example.com", List.of("x@example.com")));
  }

  static Notifier notifier(ReceiverFormat format, String dashboard) {
    return Notifier.of(receiver(format, false), telling(dashboard), secrets(format));
  }

  static List<String> secrets(ReceiverFormat format) {
    return switch (format) {
      case STANDARD -> List.of(SECRET);
      case PAGERDUTY -> List.of(ROUTING_KEY);
      case ALERTMANAGER, SLACK, EMAIL -> List.of();
    };
  }

  static Message message(ReceiverFormat format, Notice notice) {
    return (Message) notifier(format, "").outgoing(notice, NOW);
  }

  static JsonNode json(Message message) {
    try {
      return MAPPER.readTree(message.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(message.body(), e);
    }
  }

  private static Alert changed(Alert alert, AlertStatus status, Severity severity, Long endsAt) {
    return new Alert(
        alert.id(),
        alert.sequence() + 1,
        status,
        severity,
        alert.signal(),
        alert.subject(),
        alert.policy(),
        alert.startsAt(),
        endsAt == null ? alert.changedAt() + 1 : endsAt,
        endsAt,
        alert.explanation());
  }

  private static Alert with(Alert alert, Subject subject, Explanation explanation) {
    return new Alert(
        alert.id(),
        alert.sequence(),
        alert.status(),
        alert.severity(),
        alert.signal(),
        subject,
        alert.policy(),
        alert.startsAt(),
        alert.changedAt(),
        alert.endsAt(),
        explanation);
  }
}
