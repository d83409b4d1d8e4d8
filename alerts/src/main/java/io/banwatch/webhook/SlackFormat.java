package io.banwatch.webhook;

import com.fasterxml.jackson.core.JsonGenerator;
import io.banwatch.alert.Alert;
import io.banwatch.alert.Subject;
import java.io.IOException;
import java.util.Map;

/**
 * Blocks for a Slack incoming webhook that a person reads in five seconds: what, who, how sure, the
 * next step, a link.
 *
 * <p>Limits are Slack's own (docs.slack.dev, reference of Block Kit, 2026-11): 50 blocks, 3,000
 * characters a text, 2,000 a field, 150 a header. What comes from an alert stands in {@code
 * plain_text}, which knows no markup, no mentions and no links; {@link SlackText} escapes it all
 * the same.
 */
final class SlackFormat implements Format {
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_FIELD = 2_000;
  private static final int LONGEST_TEXT = 3_000;

  @Override
  public Message outgoing(Content content, long now) {
    return new Message(
        content.id(), Map.of(), Message.JSON, JsonBody.of(json -> message(content, json)));
  }

  private static void message(Content content, JsonGenerator json) throws IOException {
    boolean digest = content.kind() == Notice.Kind.DIGEST;
    Alert first = content.first().alert();
    String headline = digest ? Words.headline(content) : Words.headline(content.kind(), first);
    json.writeStartObject();
    // What a notification shows; without `mrkdwn` it would be read as markup.
    json.writeStringField("text", SlackText.of(headline, LONGEST_TEXT));
    json.writeBooleanField("mrkdwn", false);
    json.writeArrayFieldStart("blocks");
    json.writeStartObject();
    json.writeStringField("type", "header");
    plain("text", headline, LONGEST_HEADER, json);
    json.writeEndObject();
    if (digest) {
      for (Told told : content.alerts()) {
        String state = Words.headline(Notice.Kind.CHANGE, told.alert());
        section(state + "\n" + told.alert().explanation().summary(), json);
        link(told, json);
      }
    } else {
      alert(content, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void alert(Content content, JsonGenerator json) throws IOException {
    Told told = content.first();
    Alert alert = told.alert();
    Subject subject = alert.subject();
    section(Words.summary(content.kind(), alert), json);
    json.writeStartObject();
    json.writeStringField("type", "section");
    json.writeArrayFieldStart("fields");
    field("Who", Words.who(subject), json);
    field("Account", Words.account(subject), json);
    field("Team", subject.team(), json);
    field("How sure", HowSure.of(alert), json);
    field("Since", since(alert), json);
    json.writeEndArray();
    json.writeEndObject();
    if (!told.resolved() && !Words.nextSteps(alert).isEmpty()) {
      section("Next: " + Words.nextSteps(alert).get(0), json);
    }
    link(told, json);
    json.writeStartObject();
    json.writeStringField("type", "context");
    json.writeArrayFieldStart("elements");
    json.writeStartObject();
    text(alert.explanation().reason() + "\nalert " + told.id(), LONGEST_TEXT, json);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String since(Alert alert) {
    String since = Words.time(alert.startsAt());
    return alert.endsAt() == null ? since : since + " until " + Words.time(alert.endsAt());
  }

  private static void section(String text, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "section");
    plain("text", text, LONGEST_TEXT, json);
    json.writeEndObject();
  }

  /** Two cells of one row: the word, and what it says. */
  private static void field(String word, String value, JsonGenerator json) throws IOException {
    if (value == null || value.isEmpty()) {
      return;
    }
    json.writeStartObject();
    markup("*" + word + "*", json);
    json.writeEndObject();
    json.writeStartObject();
    text(value, LONGEST_FIELD, json);
    json.writeEndObject();
  }

  /** The one piece of markup: an address of the policy's, with encoded values in it. */
  private static void link(Told told, JsonGenerator json) throws IOException {
    String address = told.dashboard().replace("|", "%7C").replace("<", "%3C").replace(">", "%3E");
    String link = "<" + address.replace("&", "&amp;") + "|Open the dashboard>";
    if (address.isEmpty() || link.length() > LONGEST_TEXT) {
      return;
    }
    json.writeStartObject();
    json.writeStringField("type", "section");
    json.writeObjectFieldStart("text");
    markup(link, json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void markup(String text, JsonGenerator json) throws IOException {
    json.writeStringField("type", "mrkdwn");
    json.writeStringField("text", text);
    json.writeBooleanField("verbatim", true);
  }

  private static void plain(String name, String text, int longest, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    text(text, longest, json);
    json.writeEndObject();
  }

  private static void text(String text, int longest, JsonGenerator json) throws IOException {
    String escaped = SlackText.of(text, longest);
    json.writeStringField("type", "plain_text");
    json.writeStringField("text", escaped.isEmpty() ? "-" : escaped);
    json.writeBooleanField("emoji", false);
  }
}
