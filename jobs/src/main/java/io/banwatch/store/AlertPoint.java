package io.banwatch.store;

import io.banwatch.alert.Alert;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.Explanation;
import io.banwatch.alert.Fact;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import io.banwatch.metric.Field;
import io.banwatch.metric.FieldNames;
import io.banwatch.metric.Measurement;
import io.banwatch.metric.Point;
import io.banwatch.metric.Tag;
import io.banwatch.metric.TagNames;
import io.banwatch.metric.TagText;
import io.banwatch.text.ClientAddresses;
import io.banwatch.text.MailAddresses;
import java.util.ArrayList;
import java.util.List;

/** A line of the alert log as a point of {@code alert_changes}, at the time of the change. */
final class AlertPoint {
  private static final double MILLIS_PER_SECOND = 1e3;

  private AlertPoint() {}

  static Point of(Alert alert) {
    Explanation said = alert.explanation();
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of(FieldNames.FIRING, alert.status() == AlertStatus.FIRING ? 1L : 0L));
    fields.add(Field.of(FieldNames.SEVERITY_LEVEL, level(alert.severity())));
    addText(FieldNames.ALERT_ID, alert.id(), fields);
    fields.add(Field.of(FieldNames.SEQUENCE, (long) alert.sequence()));
    addText(FieldNames.SUMMARY, said.summary(), fields);
    addText(FieldNames.REASON, said.reason(), fields);
    addText(FieldNames.NEXT_STEP, said.nextSteps().stream().findFirst().orElse(null), fields);
    for (String name : List.of(FieldNames.OBSERVED, FieldNames.RECORD, FieldNames.THRESHOLD)) {
      addNumber(name, said, fields);
    }
    addText(FieldNames.UNIT, text(said, FieldNames.UNIT), fields);
    fields.add(Field.of(FieldNames.STARTS_AT, alert.startsAt()));
    if (alert.status() == AlertStatus.RESOLVED) {
      long open = Math.round((alert.changedAt() - alert.startsAt()) / MILLIS_PER_SECOND);
      fields.add(Field.of(FieldNames.OPEN_SECONDS, open));
    }
    return new Point(Measurement.ALERT_CHANGES, alert.changedAt(), tags(alert), fields);
  }

  private static List<Tag> tags(Alert alert) {
    Subject subject = alert.subject();
    List<Tag> tags = new ArrayList<>();
    if (subject.isFeed()) {
      tags.add(new Tag(TagNames.VENDOR, TagNames.FEED));
      tags.add(new Tag(TagNames.ACCOUNT, TagNames.FEED));
    }
    if (subject.vendor() != null) {
      tags.add(new Tag(TagNames.VENDOR, TagText.plain(subject.vendor())));
    }
    if (subject.account() != null) {
      tags.add(new Tag(TagNames.ACCOUNT, TagText.account(subject.account())));
    }
    if (subject.team() != null) {
      tags.add(new Tag(TagNames.TEAM, TagText.plain(subject.team())));
    }
    if (subject.key() != null) {
      tags.add(new Tag(TagNames.API_KEY, TagText.apiKey(subject.keyAlias(), subject.key())));
    }
    tags.add(new Tag(TagNames.SIGNAL, TagText.plain(alert.signal())));
    tags.add(new Tag(TagNames.SEVERITY, alert.severity().word()));
    tags.add(new Tag(TagNames.STATUS, alert.status().word()));
    return tags;
  }

  private static long level(Severity severity) {
    return switch (severity) {
      case INFO -> 1;
      case WARNING -> 2;
      case CRITICAL -> 3;
    };
  }

  private static void addNumber(String name, Explanation said, List<Field> fields) {
    for (Fact fact : said.evidence()) {
      if (fact.name().equals(name) && fact.number() != null && Double.isFinite(fact.number())) {
        fields.add(Field.of(name, fact.number().doubleValue()));
      }
    }
  }

  private static String text(Explanation said, String name) {
    for (Fact fact : said.evidence()) {
      if (fact.name().equals(name)) {
        return fact.text();
      }
    }
    return null;
  }

  /** Whole, unlike a tag: a sentence is read to its end. */
  private static void addText(String name, String text, List<Field> fields) {
    if (text != null && !text.isEmpty()) {
      fields.add(Field.of(name, ClientAddresses.masked(MailAddresses.masked(text))));
    }
  }
}
