package io.banwatch.webhook;

import static io.banwatch.webhook.Examples.FIRING;
import static io.banwatch.webhook.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import io.banwatch.alert.Alert;
import io.banwatch.alert.Subject;
import io.banwatch.policy.ReceiverFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotifierTest {
  @ParameterizedTest
  @EnumSource(ReceiverFormat.class)
  void anAlertAboutAnAccountOrTheFeedIsToldAsWell(ReceiverFormat format) {
    Notifier notifier = Examples.notifier(format, "https://grafana.example.com/?k={key}&t={team}");
    Subject feed = new Subject(null, null, null, null, null);

    for (Subject subject : List.of(Subject.ofAccount("openai", "org-2"), feed)) {
      Outgoing outgoing = notifier.outgoing(Notice.of(Examples.about(subject)), NOW);
      assertThat(outgoing.id()).isEqualTo("0123456789abcdef01234567-1");
    }
  }

  @ParameterizedTest
  @EnumSource(ReceiverFormat.class)
  void aTestAlertSaysThatNothingHasHappened(ReceiverFormat format) {
    Alert firing = TestAlert.firing("oncall", "5f1e5f1e5f1e", NOW);
    Outgoing outgoing = Examples.notifier(format, "").outgoing(Notice.of(firing), NOW);

    String sent = outgoing instanceof Message message ? message.body() : ((Mail) outgoing).text();
    assertThat(sent).contains("Test of the receiver oncall: nothing has happened.");
    assertThat(TestAlert.resolved(firing, NOW + 1).sequence()).isEqualTo(2);
  }

  @Test
  void aTestAlertKeepsToTheSchema() {
    Alert firing = TestAlert.firing("oncall", "5f1e5f1e5f1e", NOW);
    List<String> problems = new ArrayList<>();
    for (Alert alert : List.of(firing, TestAlert.resolved(firing, NOW + 1))) {
      String body = Examples.message(ReceiverFormat.STANDARD, Notice.of(alert)).body();
      WebhookSchema.SCHEMA
          .validate(body, InputFormat.JSON)
          .forEach(error -> problems.add(error.toString()));
    }

    assertThat(problems).isEmpty();
  }

  @Test
  void messagesShowNoBody() {
    assertThat(Examples.message(ReceiverFormat.PAGERDUTY, Notice.of(FIRING)).toString())
        .matches("message 0123456789abcdef01234567-1 of [0-9]+ characters");
  }

  @Test
  void eachFormatHasItsAddress() {
    assertThat(Endpoints.of(ReceiverFormat.STANDARD, "https://x.example.com/y"))
        .isEqualTo("https://x.example.com/y");
    assertThat(Endpoints.of(ReceiverFormat.ALERTMANAGER, "http://alerts:9093/"))
        .isEqualTo("http://alerts:9093/api/v2/alerts");
    assertThat(Endpoints.of(ReceiverFormat.ALERTMANAGER, "http://x/am/api/v2/alerts"))
        .isEqualTo("http://x/am/api/v2/alerts");
    assertThat(Endpoints.of(ReceiverFormat.PAGERDUTY, null))
        .isEqualTo("https://events.pagerduty.com/v2/enqueue");
    assertThat(Endpoints.of(ReceiverFormat.PAGERDUTY, "https://events.eu.pagerduty.com/v2/enqueue"))
        .isEqualTo("https://events.eu.pagerduty.com/v2/enqueue");
    assertThatThrownBy(() -> Endpoints.of(ReceiverFormat.SLACK, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a receiver of format slack needs a url");
  }

  @Test
  void aKeyWithoutAnAliasHasALabelToo() {
    assertThat(KeyLabel.of(new Subject("v", "a", "0123456789", "bot", null)))
        .isEqualTo("bot#01234567");
    assertThat(KeyLabel.of(new Subject("v", "a", "0123", null, null))).isEqualTo("#0123");
    assertThat(KeyLabel.of(Subject.ofAccount("v", "a"))).isEmpty();
  }
}
