package io.banwatch.webhook;

import com.fasterxml.jackson.core.JsonGenerator;
import io.banwatch.alert.Alert;
import io.banwatch.alert.Fact;
import io.banwatch.alert.IsoTime;
import io.banwatch.alert.PlainText;
import io.banwatch.alert.Severity;
import io.banwatch.alert.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Events of PagerDuty's Events API v2 (developer.pagerduty.com/docs/events-api-v2-overview,
 * 2026-11). An episode is one incident: its id is the {@code dedup_key}.
 *
 * <p>To resolve what was never triggered says nothing there. So an episode that began and ended
 * unheard is triggered with severity {@code info}, for a person to close.
 */
final class PagerDutyFormat implements Format {
  private static final Pattern ROUTING_KEY = Pattern.compile("[A-Za-z0-9]{32}");
  private static final int LONGEST_SUMMARY = 1_024;
  private static final int LONGEST_TEXT = 1_000;

  private final String routingKey;

  /**
   * Sends to the integration of this routing key.
   *
   * @throws IllegalArgumentException when there is no such key; the message does not quote it
   */
  PagerDutyFormat(List<String> secrets) {
    if (secrets.size() != 1 || !ROUTING_KEY.matcher(secrets.get(0)).matches()) {
      throw new IllegalArgumentException(
          "a PagerDuty routing key has 32 letters and digits: copy the Integration Key of an Events"
              + " API v2 integration");
    }
    routingKey = secrets.get(0);
  }

  /**
   * One event.
   *
   * @throws IllegalArgumentException for a digest: one event is about one incident
   */
  @Override
  public Message outgoing(Content content, long now) {
    if (content.kind() == Notice.Kind.DIGEST) {
      throw new IllegalArgumentException("PagerDuty takes no digests");
    }
    return new Message(
        content.id(), Map.of(), Message.JSON, JsonBody.of(json -> event(content, json)));
  }

  private void event(Content content, JsonGenerator json) throws IOException {
    Told told = content.first();
    boolean meanwhile = content.kind() == Notice.Kind.MEANWHILE;
    boolean resolve = told.resolved() && !meanwhile;
    json.writeStartObject();
    json.writeStringField("routing_key", routingKey);
    json.writeStringField("event_action", resolve ? "resolve" : "trigger");
    json.writeStringField("dedup_key", told.alert().id());
    if (!resolve) {
      json.writeObjectFieldStart("payload");
      payload(content, meanwhile ? Severity.INFO : told.alert().severity(), json);
      json.writeEndObject();
      json.writeStringField("client", "Banwatch");
      links(told.dashboard(), json);
    }
    json.writeEndObject();
  }

  private static void payload(Content content, Severity severity, JsonGenerator json)
      throws IOException {
    Alert alert = content.first().alert();
    Subject subject = alert.subject();
    String summary = Words.summary(content.kind(), alert);
    String headline = Words.headline(content.kind(), alert);
    text("summary", headline + ": " + summary, LONGEST_SUMMARY, json);
    text("source", Words.who(subject), LONGEST_TEXT, json);
    json.writeStringField("severity", severity(severity));
    json.writeStringField("timestamp", IsoTime.format(alert.changedAt()));
    text("component", subject.team(), LONGEST_TEXT, json);
    text("group", Words.account(subject), LONGEST_TEXT, json);
    text("class", alert.signal(), LONGEST_TEXT, json);
    json.writeObjectFieldStart("custom_details");
    text("reason", alert.explanation().reason(), LONGEST_TEXT, json);
    text("howSure", HowSure.of(alert), LONGEST_TEXT, json);
    text("since", IsoTime.format(alert.startsAt()), LONGEST_TEXT, json);
    json.writeArrayFieldStart("nextSteps");
    for (String step : Words.nextSteps(alert)) {
      json.writeString(PlainText.of(step, LONGEST_TEXT));
    }
    json.writeEndArray();
    json.writeObjectFieldStart("evidence");
    for (Fact fact : alert.explanation().evidence()) {
      text(PlainText.of(fact.name(), LONGEST_TEXT), Words.value(fact), LONGEST_TEXT, json);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void links(String dashboard, JsonGenerator json) throws IOException {
    if (dashboard.isEmpty()) {
      return;
    }
    json.writeStringField("client_url", dashboard);
    json.writeArrayFieldStart("links");
    json.writeStartObject();
    json.writeStringField("href", dashboard);
    json.writeStringField("text", "Open the dashboard");
    json.writeEndObject();
    json.writeEndArray();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case INFO -> "info";
      case WARNING -> "warning";
      case CRITICAL -> "critical";
    };
  }

  private static void text(String name, String text, int longest, JsonGenerator json)
      throws IOException {
    if (text != null && !text.isEmpty()) {
      json.writeStringField(name, PlainText.of(text, longest));
    }
  }
}
