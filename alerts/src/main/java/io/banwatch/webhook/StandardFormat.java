package io.banwatch.webhook;

import com.fasterxml.jackson.core.JsonGenerator;
import io.banwatch.alert.AlertJson;
import io.banwatch.alert.AlertStatus;
import io.banwatch.alert.IsoTime;
import io.banwatch.alert.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Standard Webhooks 1.0.0 around the alert log's own line. */
final class StandardFormat implements Format {
  private final List<WebhookSecret> secrets;

  /**
   * Signs with each of these secrets, so that a receiver may change from one to the next.
   *
   * @throws IllegalArgumentException when there is none, or one has another form
   */
  StandardFormat(List<String> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException(
          "a standard webhook is signed: give a secret, made with: echo whsec_$(openssl rand"
              + " -base64 32)");
    }
    this.secrets = secrets.stream().map(WebhookSecret::new).toList();
  }

  @Override
  public Message outgoing(Content content, long now) {
    long seconds = TimeUnit.MILLISECONDS.toSeconds(now);
    Message unsigned =
        new Message(content.id(), Map.of(), Message.JSON, JsonBody.of(json -> body(content, json)));
    return signed(unsigned, seconds);
  }

  /** The same message with the headers of a try at this time. */
  Message signed(Message message, long seconds) {
    byte[] bytes = message.bytes();
    String signatures =
        secrets.stream()
            .map(secret -> secret.signature(message.id(), seconds, bytes))
            .collect(Collectors.joining(" "));
    Map<String, String> headers =
        Map.of(
            "webhook-id", message.id(),
            "webhook-timestamp", Long.toString(seconds),
            "webhook-signature", signatures);
    return new Message(message.id(), headers, message.contentType(), message.body());
  }

  private static void body(Content content, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type(content));
    json.writeStringField("timestamp", IsoTime.format(content.changedAt()));
    json.writeFieldName("data");
    if (content.kind() == Notice.Kind.DIGEST) {
      digest(content, json);
    } else {
      AlertJson.write(content.first().alert(), content.first().dashboard(), json);
    }
    if (content.kind() == Notice.Kind.MEANWHILE) {
      json.writeBooleanField("meanwhile", true);
    }
    json.writeEndObject();
  }

  private static void digest(Content content, JsonGenerator json) throws IOException {
    Subject account = content.account();
    json.writeStartObject();
    json.writeStringField("vendor", account.vendor());
    json.writeStringField("account", account.account());
    json.writeArrayFieldStart("alerts");
    for (Told told : content.alerts()) {
      AlertJson.write(told.alert(), told.dashboard(), json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String type(Content content) {
    if (content.kind() == Notice.Kind.DIGEST) {
      return "alert.digest";
    }
    AlertStatus status = content.first().alert().status();
    return "alert." + status.word();
  }
}
