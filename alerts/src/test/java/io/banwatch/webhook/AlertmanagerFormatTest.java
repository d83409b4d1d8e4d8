package io.banwatch.webhook;

import static io.banwatch.webhook.Examples.FIRING;
import static io.banwatch.webhook.Examples.NOW;
import static io.banwatch.webhook.Examples.START;
import static io.banwatch.webhook.Examples.json;
import static io.banwatch.webhook.Examples.resolved;
import static io.banwatch.webhook.Examples.worse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.banwatch.alert.Alert;
import io.banwatch.alert.Subject;
import io.banwatch.policy.ReceiverFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertmanagerFormatTest {
  /**
   * {@code postableAlerts} of Alertmanager's {@code api/v2/openapi.yaml}, and nothing beyond it.
   */
  private static final Schema POSTABLE_ALERTS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              """
              {"type":"array","items":{"type":"object","required":["labels"],
                "additionalProperties":false,"properties":{
                  "labels":{"$ref":"#/$defs/labelSet"},
                  "annotations":{"$ref":"#/$defs/labelSet"},
                  "startsAt":{"type":"string","format":"date-time"},
                  "endsAt":{"type":"string","format":"date-time"},
                  "generatorURL":{"type":"string","format":"uri"}}},
               "$defs":{"labelSet":{"type":"object",
                 "propertyNames":{"pattern":"^[a-zA-Z_][a-zA-Z0-9_]*$"},
                 "additionalProperties":{"type":"string"}}}}
              """,
              InputFormat.JSON);

  @Test
  void aFiringAlertIsExactlyThis() {
    Notifier notifier =
        Examples.notifier(ReceiverFormat.ALERTMANAGER, "https://grafana.example.com/d/x");

    Message message = (Message) notifier.outgoing(Notice.of(FIRING), NOW);

    assertThat(message.body())
        .isEqualTo(
            """
            [{"labels":{"alertname":"request-surge","severity":"warning","vendor":"anthropic",\
            "account":"org-1","key":"ci-bot#88dc0123","team":"search",\
            "banwatch_id":"0123456789abcdef01234567"},\
            "annotations":{"summary":"420 requests in a minute, twelve times the most before.",\
            "description":"It resembles a runaway loop or a stolen key.",\
            "how_sure":"observed 420 requests in 60 s; alarming from 86; the most before was 33;\
             learned from 11 days of history",\
            "next_steps":"Ask the owner.\\nRotate the key.",\
            "evidence":"observed: 420\\nrecord: 33\\nthreshold: 86\\nunit: requests\\n\
            window seconds: 60\\nhistory seconds: 950,400"},\
            "startsAt":"2026-11-03T14:10:00.000Z","endsAt":"2026-11-06T14:10:05.000Z",\
            "generatorURL":"https://grafana.example.com/d/x"}]""");
    assertThat(message.contentType()).isEqualTo("application/json");
    assertThat(message.headers()).isEmpty();
    sound(message);
  }

  @Test
  void whatIsSentAgainStaysFiringLonger() {
    Notifier notifier = Examples.notifier(ReceiverFormat.ALERTMANAGER, "");

    JsonNode later = json((Message) notifier.outgoing(Notice.of(FIRING), NOW + 300_000));

    assertThat(later.at("/0/endsAt").asText()).isEqualTo("2026-11-06T14:15:05.000Z");
    assertThat(later.at("/0/startsAt").asText()).isEqualTo("2026-11-03T14:10:00.000Z");
  }

  @Test
  void aResolvedAlertEndsWhenItEnded() {
    JsonNode alerts =
        json(
            (Message) notifier().outgoing(Notice.after(FIRING, resolved(FIRING)), NOW + (1 << 25)));

    assertThat(alerts).hasSize(1);
    assertThat(alerts.at("/0/endsAt").asText()).isEqualTo("2026-11-03T14:40:00.000Z");
    assertThat(alerts.at("/0/labels")).isEqualTo(json(message(Notice.of(FIRING))).at("/0/labels"));
  }

  @Test
  void anEndThatLiesAheadByAWrongClockIsNow() {
    JsonNode alerts = json(message(Notice.after(FIRING, resolved(FIRING))));

    assertThat(alerts.at("/0/endsAt").asText()).isEqualTo("2026-11-03T14:10:05.000Z");
  }

  @Test
  void noAlertEndsBeforeItStarts() {
    JsonNode alerts =
        json((Message) notifier().outgoing(Notice.after(FIRING, resolved(FIRING)), START - 1));

    assertThat(alerts.at("/0/endsAt").asText()).isEqualTo("2026-11-03T14:10:00.000Z");
  }

  @Test
  void aClimbingSeverityEndsTheOldLabelSetInTheSameRequest() {
    Message message = message(Notice.after(FIRING, worse(FIRING)));
    JsonNode alerts = json(message);

    assertThat(alerts).hasSize(2);
    assertThat(alerts.at("/0/labels")).isEqualTo(json(message(Notice.of(FIRING))).at("/0/labels"));
    assertThat(alerts.at("/0/endsAt").asText()).isEqualTo("2026-11-03T14:10:00.002Z");
    assertThat(alerts.at("/1/labels/severity").asText()).isEqualTo("critical");
    assertThat(alerts.at("/1/endsAt").asText()).isEqualTo("2026-11-06T14:10:05.000Z");
    sound(message);
  }

  @Test
  void theSameSeverityEndsNothing() {
    assertThat(json(message(Notice.after(FIRING, FIRING)))).hasSize(1);
  }

  @Test
  void theEndOfAWorseAlertEndsBothLabelSets() {
    Alert end = resolved(worse(FIRING));

    JsonNode alerts =
        json((Message) notifier().outgoing(Notice.after(FIRING, end), NOW + (1 << 25)));

    assertThat(alerts).hasSize(2);
    assertThat(alerts.at("/0/labels/severity").asText()).isEqualTo("warning");
    assertThat(alerts.at("/1/labels/severity").asText()).isEqualTo("critical");
    assertThat(alerts.at("/0/endsAt")).isEqualTo(alerts.at("/1/endsAt"));
  }

  @Test
  void whatBeganAndEndedUnheardIsShownForAWhile() {
    JsonNode alerts = json(message(Notice.meanwhile(resolved(FIRING))));

    assertThat(alerts.at("/0/endsAt").asText()).isEqualTo("2026-11-03T14:15:05.000Z");
    assertThat(alerts.at("/0/labels/meanwhile").asText()).isEqualTo("true");
    assertThat(alerts.at("/0/annotations/summary").asText())
        .isEqualTo("Over already: 420 requests in a minute, twelve times the most before.");
  }

  @Test
  void aDigestIsOneArray() {
    Alert other = Examples.about(Subject.ofAccount("anthropic", "org-1"));
    Message message = message(Notice.digests(List.of(FIRING, other)).get(0));

    assertThat(json(message)).hasSize(2);
    assertThat(json(message).at("/1/labels/key").isMissingNode()).isTrue();
    sound(message);
  }

  @Test
  void aLabelIsOneLine() {
    JsonNode alerts = json(message(Notice.of(Examples.saying("a\nb\u001b[31m"))));

    assertThat(alerts.at("/0/labels/team").asText()).isEqualTo("a\\u000ab\\u001b[31m");
    assertThat(alerts.at("/0/annotations/description").asText()).isEqualTo("a\nb\\u001b[31m");
  }

  private static Notifier notifier() {
    return Examples.notifier(ReceiverFormat.ALERTMANAGER, "");
  }

  private static Message message(Notice notice) {
    return Examples.message(ReceiverFormat.ALERTMANAGER, notice);
  }

  private static void sound(Message message) {
    assertThat(POSTABLE_ALERTS.validate(message.body(), InputFormat.JSON)).isEmpty();
  }
}
