package io.banwatch.cli;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import io.banwatch.flow.ReplaySummary;
import io.banwatch.simulate.Label;
import io.banwatch.usage.DroppedField;
import io.banwatch.usage.Reason;
import io.banwatch.usage.Skip;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Alerts and summaries for tests. */
final class Samples {
  static final long TUESDAY_TEN_PAST_TWO = Instant.parse("2026-11-03T14:10:00Z").toEpochMilli();
  static final Subject CI_BOT =
      new Subject("anthropic", "org-1", "88dc0011aabbccdd", "ci-bot", "search");

  private Samples() {}

  static Alert alert(String signal, Severity severity, Subject subject, long at) {
    return line(signal + at, 1, AlertStatus.FIRING, severity, signal, subject, at, at);
  }

  static Alert line(
      String id,
      int sequence,
      AlertStatus status,
      Severity severity,
      String signal,
      Subject subject,
      long startsAt,
      long changedAt) {
    return new Alert(
        id,
        sequence,
        status,
        severity,
        signal,
        subject,
        "5f1e00112233",
        startsAt,
        changedAt,
        status == AlertStatus.RESOLVED ? changedAt : null,
        new Explanation(signal + " was seen.", "reason", List.of(), List.of("look")));
  }

  /** A story of ci-bot that begins Tuesday at ten past two and lasts half an hour. */
  static Label label(String story, List<String> signals, List<String> nearMissOf) {
    return label(story, "key", signals, nearMissOf);
  }

  static Label label(String story, String reach, List<String> signals, List<String> nearMissOf) {
    Instant from = Instant.ofEpochMilli(TUESDAY_TEN_PAST_TWO);
    return new Label(
        story,
        "Tue 14:10 ci-bot: " + story + " happens",
        reach,
        CI_BOT.key(),
        CI_BOT.keyAlias(),
        CI_BOT.vendor(),
        CI_BOT.account(),
        from,
        from.plusSeconds(1800),
        10,
        signals,
        nearMissOf);
  }

  static ReplaySummary summary() {
    return summary(Map.of(DroppedField.ADDRESS, 2L));
  }

  static ReplaySummary summary(Map<DroppedField, Long> dropped) {
    return new ReplaySummary(
        "5f1e00112233",
        1_990,
        Map.of(Reason.NOT_JSON, 3L, Reason.TRUNCATED, 1L),
        Map.of(Skip.REPEAT, 6L),
        dropped,
        5,
        5_100_000,
        2.5,
        40,
        3,
        Instant.parse("2026-11-02T00:00:01.250Z"),
        Instant.parse("2026-11-08T23:59:00Z"),
        Map.of(Severity.CRITICAL, 1L, Severity.WARNING, 2L),
        Map.of("token-burst", 2L, "new-country", 1L),
        "GeoLite2-City",
        Instant.parse("2019-11-19T00:00:00Z"),
        null,
        List.of("the log names one address for every key: set use_x_forwarded_for"));
  }

  static ReplaySummary emptySummary() {
    return new ReplaySummary(
        "5f1e00112233",
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        0,
        0,
        0,
        0,
        0,
        null,
        null,
        Map.of(),
        Map.of(),
        "GeoLite2-City",
        Instant.parse("2019-11-19T00:00:00Z"),
        812L,
        List.of());
  }
}
