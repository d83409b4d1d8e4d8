package io.banwatch.webhook;

import com.fasterxml.jackson.core.JsonGenerator;
import io.banwatch.alert.Alert;
import io.banwatch.alert.IsoTime;
import io.banwatch.alert.PlainText;
import io.banwatch.alert.Subject;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The array that {@code POST /api/v2/alerts} of Prometheus Alertmanager takes ({@code
 * postableAlerts} in its {@code api/v2/openapi.yaml}, 0.25 to 0.34).
 *
 * <p>Labels are an alert's identity there. The severity is one of them, since routes go by it; so
 * when it climbs, the alert under the old labels is ended in the same request.
 *
 * <p>Of an alert that it never knew firing, Alertmanager tells nobody the end. So an episode that
 * began and ended unheard fires for a few minutes, with a label {@code meanwhile} to route it by.
 */
final class AlertmanagerFormat implements Format {
  private static final int LONGEST = 1_000;

  /**
   * What began and ended unheard is shown for so long: Alertmanager's own {@code resolve_timeout},
   * and long enough for its default {@code group_wait} of 30 s.
   */
  private static final long SHOWN_MILLIS = TimeUnit.MINUTES.toMillis(5);

  private final long firingMillis;

  /**
   * A format whose alerts stay firing for a while after the last request.
   *
   * @param firingMillis how long; so long a stopped Banwatch is no solved problem
   */
  AlertmanagerFormat(long firingMillis) {
    this.firingMillis = firingMillis;
  }

  @Override
  public Message outgoing(Content content, long now) {
    return new Message(
        content.id(), Map.of(), Message.JSON, JsonBody.of(json -> alerts(content, now, json)));
  }

  private void alerts(Content content, long now, JsonGenerator json) throws IOException {
    json.writeStartArray();
    Alert before = content.before();
    if (before != null && before.severity() != content.first().alert().severity()) {
      long changedAt = content.first().alert().changedAt();
      alert(
          content,
          new Told(before, content.first().dashboard()),
          past(before, changedAt, now),
          json);
    }
    for (Told told : content.alerts()) {
      alert(content, told, endsAt(content, told, now), json);
    }
    json.writeEndArray();
  }

  private long endsAt(Content content, Told told, long now) {
    if (content.kind() == Notice.Kind.MEANWHILE) {
      return now + SHOWN_MILLIS;
    }
    return told.resolved() ? past(told.alert(), told.alert().endsAt(), now) : now + firingMillis;
  }

  /**
   * An end that lies ahead, by a wrong clock, would end nothing; one before the start is refused.
   */
  private static long past(Alert alert, long endsAt, long now) {
    return Math.max(alert.startsAt(), Math.min(endsAt, now));
  }

  private static void alert(Content content, Told told, long endsAt, JsonGenerator json)
      throws IOException {
    Alert alert = told.alert();
    json.writeStartObject();
    json.writeObjectFieldStart("labels");
    labels(alert, json);
    if (content.kind() == Notice.Kind.MEANWHILE) {
      label("meanwhile", "true", json);
    }
    json.writeEndObject();
    json.writeObjectFieldStart("annotations");
    annotations(content, told, json);
    json.writeEndObject();
    json.writeStringField("startsAt", IsoTime.format(alert.startsAt()));
    json.writeStringField("endsAt", IsoTime.format(endsAt));
    if (!told.dashboard().isEmpty()) {
      json.writeStringField("generatorURL", told.dashboard());
    }
    json.writeEndObject();
  }

  private static void labels(Alert alert, JsonGenerator json) throws IOException {
    Subject subject = alert.subject();
    label("alertname", alert.signal(), json);
    label("severity", alert.severity().word(), json);
    label("vendor", subject.vendor(), json);
    label("account", subject.account(), json);
    label("key", KeyLabel.of(subject), json);
    label("team", subject.team(), json);
    label("banwatch_id", alert.id(), json);
  }

  private static void annotations(Content content, Told told, JsonGenerator json)
      throws IOException {
    Alert alert = told.alert();
    annotation("summary", Words.summary(content.kind(), alert), json);
    annotation("description", alert.explanation().reason(), json);
    annotation("how_sure", HowSure.of(alert), json);
    annotation("next_steps", String.join("\n", Words.nextSteps(alert)), json);
    annotation("evidence", String.join("\n", Words.evidence(alert)), json);
  }

  /** Alertmanager drops empty labels itself. */
  private static void label(String name, String text, JsonGenerator json) throws IOException {
    if (text != null && !text.isEmpty()) {
      json.writeStringField(name, PlainText.of(text, LONGEST));
    }
  }

  private static void annotation(String name, String text, JsonGenerator json) throws IOException {
    StringBuilder lines = new StringBuilder();
    text.lines().forEach(line -> lines.append('\n').append(PlainText.of(line, LONGEST)));
    if (!lines.isEmpty()) {
      json.writeStringField(name, lines.substring(1));
    }
  }
}
