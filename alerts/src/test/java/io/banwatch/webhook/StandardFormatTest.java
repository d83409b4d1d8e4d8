package io.banwatch.webhook;

import static io.banwatch.webhook.Examples.FIRING;
import static io.banwatch.webhook.Examples.NOW;
import static io.banwatch.webhook.Examples.SECRET;
import static io.banwatch.webhook.Examples.receiver;
import static io.banwatch.webhook.Examples.resolved;
import static io.banwatch.webhook.Examples.telling;
import static io.banwatch.webhook.Examples.worse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import io.banwatch.alert.AlertJson;
import io.banwatch.policy.ReceiverFormat;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardFormatTest {
  private static final String OTHER = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  @Test
  void theBodyIsTheAlertLogsLineInAnEnvelope() {
    Message message = message(Notice.of(FIRING));

    String line = new String(AlertJson.write(FIRING), StandardCharsets.UTF_8);
    assertThat(message.body())
        .isEqualTo(
            "{\"type\":\"alert.firing\",\"timestamp\":\"2026-11-03T14:10:00.001Z\",\"data\":"
                + line
                + "}");
    assertThat(message.contentType()).isEqualTo("application/json");
    assertThat(problems(message)).isEmpty();
  }

  @Test
  void anotherTryHasTheSameIdAndBodyAndANewTimeAndSignature() {
    Notifier notifier = notifier(List.of(SECRET));
    Message first = (Message) notifier.outgoing(Notice.of(FIRING), NOW);
    Message second = (Message) notifier.outgoing(Notice.of(FIRING), NOW + 60_000);

    assertThat(first.headers())
        .containsEntry("webhook-id", "0123456789abcdef01234567-1")
        .containsEntry("webhook-timestamp", "1793715005");
    assertThat(second.headers())
        .containsEntry("webhook-id", "0123456789abcdef01234567-1")
        .containsEntry("webhook-timestamp", "1793715065");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().get("webhook-signature"))
        .isNotEqualTo(first.headers().get("webhook-signature"));
  }

  @Test
  void whileASecretIsReplacedBothSign() {
    String both = signature(List.of(OTHER, SECRET));

    assertThat(both)
        .isEqualTo(signature(List.of(OTHER)) + " " + signature(List.of(SECRET)))
        .matches("v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=");
  }

  @Test
  void nothingGoesOutUnsigned() {
    assertThatThrownBy(() -> notifier(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a standard webhook is signed: give a secret");
  }

  @Test
  void theEndOfAnAlertIsATypeOfItsOwn() {
    Message message = message(Notice.after(FIRING, resolved(FIRING)));

    assertThat(message.body())
        .startsWith("{\"type\":\"alert.resolved\",\"timestamp\":\"2026-11-03T14:40:00.000Z\"")
        .doesNotContain("meanwhile");
    assertThat(message.id()).isEqualTo("0123456789abcdef01234567-2");
    assertThat(problems(message)).isEmpty();
  }

  @Test
  void whatBeganAndEndedUnheardIsSaidToHaveDoneSo() {
    Message message = message(Notice.meanwhile(resolved(FIRING)));

    assertThat(message.body())
        .startsWith("{\"type\":\"alert.resolved\"")
        .endsWith(",\"meanwhile\":true}");
    assertThat(problems(message)).isEmpty();
  }

  @Test
  void theLinkIsTheDashboardWithTheAlertsOwnTime() {
    Notifier notifier =
        Notifier.of(
            receiver(ReceiverFormat.STANDARD, false),
            telling("https://grafana.example.com/d/x?var-api_key={key}&from={from}&to={to}"),
            List.of(SECRET));

    Message message = (Message) notifier.outgoing(Notice.of(FIRING), NOW);

    assertThat(message.body())
        .endsWith(
            "\"links\":{\"dashboard\":\"https://grafana.example.com/d/x?var-api_key="
                + "ci-bot%2388dc0123&from=1793711400000&to=1793718600001\"}}}");
    assertThat(problems(message)).isEmpty();
  }

  @Test
  void aDigestHoldsTheLinesOfItsAlerts() {
    List<Notice> notices = Notice.digests(List.of(FIRING, worse(FIRING)));

    assertThat(notices).hasSize(1);
    Message message = message(notices.get(0));
    assertThat(message.id()).matches("digest-[0-9a-f]{24}");
    assertThat(message.body())
        .startsWith(
            "{\"type\":\"alert.digest\",\"timestamp\":\"2026-11-03T14:10:00.002Z\","
                + "\"data\":{\"vendor\":\"anthropic\",\"account\":\"org-1\",\"alerts\":[{");
    assertThat(message(notices.get(0)).id()).isEqualTo(message.id());
    assertThat(message(Notice.digests(List.of(worse(FIRING), FIRING)).get(0)).id())
        .isNotEqualTo(message.id());
    assertThat(problems(message)).isEmpty();
  }

  @Test
  void noAlertOfADigestIsLost() {
    assertThat(Notice.digests(List.of())).isEmpty();
    assertThat(Notice.digests(List.of(FIRING))).containsExactly(Notice.of(FIRING));
    assertThat(Notice.digests(Collections.nCopies(41, FIRING)))
        .extracting(notice -> notice.alerts().size())
        .containsExactly(20, 20, 1);
  }

  @Test
  void theSchemaRefusesOtherBodies() {
    String body = message(Notice.of(FIRING)).body();

    assertThat(problems(body.replace("alert.firing", "alert.pending"))).isNotEmpty();
    assertThat(problems(body.replace("\"data\"", "\"date\""))).isNotEmpty();
    assertThat(problems(body.replace("\"sequence\":1", "\"sequence\":0"))).isNotEmpty();
    assertThat(problems(body.replace("alert.firing", "alert.digest"))).isNotEmpty();
    assertThat(problems(body.replace("alert.firing", "alert.resolved"))).isNotEmpty();
  }

  private static Notifier notifier(List<String> secrets) {
    return Notifier.of(receiver(ReceiverFormat.STANDARD, false), telling(""), secrets);
  }

  private static String signature(List<String> secrets) {
    Message message = (Message) notifier(secrets).outgoing(Notice.of(FIRING), NOW);
    return message.headers().get("webhook-signature");
  }

  private static Message message(Notice notice) {
    return Examples.message(ReceiverFormat.STANDARD, notice);
  }

  private static List<Error> problems(Message message) {
    return problems(message.body());
  }

  private static List<Error> problems(String body) {
    return WebhookSchema.SCHEMA.validate(body, InputFormat.JSON);
  }
}
