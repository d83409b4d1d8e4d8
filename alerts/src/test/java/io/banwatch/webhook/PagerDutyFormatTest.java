package io.banwatch.webhook;

import static io.banwatch.webhook.Examples.FIRING;
import static io.banwatch.webhook.Examples.NOW;
import static io.banwatch.webhook.Examples.json;
import static io.banwatch.webhook.Examples.receiver;
import static io.banwatch.webhook.Examples.resolved;
import static io.banwatch.webhook.Examples.saying;
import static io.banwatch.webhook.Examples.telling;
import static io.banwatch.webhook.Examples.worse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.policy.ReceiverFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagerDutyFormatTest {
  @Test
  void aFiringAlertTriggersAnIncidentOfItsOwn() {
    Notifier notifier =
        Examples.notifier(ReceiverFormat.PAGERDUTY, "https://grafana.example.com/d/x");

    Message message = (Message) notifier.outgoing(Notice.of(FIRING), NOW);

    assertThat(message.body())
        .isEqualTo(
            """
            {"routing_key":"0123456789abcdef0123456789ABCDEF","event_action":"trigger",\
            "dedup_key":"0123456789abcdef01234567","payload":{\
            "summary":"Warning: request-surge, ci-bot#88dc0123: 420 requests in a minute, twelve\
             times the most before.",\
            "source":"ci-bot#88dc0123","severity":"warning",\
            "timestamp":"2026-11-03T14:10:00.001Z","component":"search",\
            "group":"anthropic / org-1","class":"request-surge","custom_details":{\
            "reason":"It resembles a runaway loop or a stolen key.",\
            "howSure":"observed 420 requests in 60 s; alarming from 86; the most before was 33;\
             learned from 11 days of history",\
            "since":"2026-11-03T14:10:00.000Z",\
            "nextSteps":["Ask the owner.","Rotate the key."],\
            "evidence":{"observed":"420","record":"33","threshold":"86","unit":"requests",\
            "windowSeconds":"60","historySeconds":"950,400"}}},\
            "client":"Banwatch","client_url":"https://grafana.example.com/d/x",\
            "links":[{"href":"https://grafana.example.com/d/x","text":"Open the dashboard"}]}""");
    assertThat(message.toString()).doesNotContain(Examples.ROUTING_KEY);
  }

  @Test
  void itsEndResolvesThatIncidentAndSaysNoMore() {
    assertThat(message(Notice.after(FIRING, resolved(FIRING))).body())
        .isEqualTo(
            """
            {"routing_key":"0123456789abcdef0123456789ABCDEF","event_action":"resolve",\
            "dedup_key":"0123456789abcdef01234567"}""");
  }

  @Test
  void aClimbingSeverityTriggersTheSameIncident() {
    JsonNode event = json(message(Notice.after(FIRING, worse(FIRING))));

    assertThat(event.get("event_action").asText()).isEqualTo("trigger");
    assertThat(event.get("dedup_key").asText()).isEqualTo(FIRING.id());
    assertThat(event.at("/payload/severity").asText()).isEqualTo("critical");
  }

  @Test
  void whatBeganAndEndedUnheardIsAnIncidentOfTheLowestSeverity() {
    JsonNode event = json(message(Notice.meanwhile(resolved(worse(FIRING)))));

    assertThat(event.get("event_action").asText()).isEqualTo("trigger");
    assertThat(event.at("/payload/severity").asText()).isEqualTo("info");
    assertThat(event.at("/payload/summary").asText()).startsWith("Over already: request-surge");
  }

  @Test
  void aSummaryIsCutTo1024Characters() {
    JsonNode event = json(message(Notice.of(saying("🚀".repeat(2_000)))));

    String summary = event.at("/payload/summary").asText();
    assertThat(summary.codePointCount(0, summary.length())).isEqualTo(1_024);
  }

  @Test
  void aDigestIsNoIncident() {
    assertThatThrownBy(() -> message(Notice.digests(List.of(FIRING, FIRING)).get(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyOfAnotherFormIsRefusedAndNotQuoted() {
    assertThatThrownBy(
            () ->
                Notifier.of(
                    receiver(ReceiverFormat.PAGERDUTY, false), telling(""), List.of("u+secret")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a PagerDuty routing key has 32 letters and digits")
        .hasMessageNotContaining("u+secret");
  }

  private static Message message(Notice notice) {
    return Examples.message(ReceiverFormat.PAGERDUTY, notice);
  }
}
