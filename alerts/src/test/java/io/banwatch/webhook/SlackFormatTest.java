package io.banwatch.webhook;

import static io.banwatch.webhook.Examples.FIRING;
import static io.banwatch.webhook.Examples.NOW;
import static io.banwatch.webhook.Examples.json;
import static io.banwatch.webhook.Examples.resolved;
import static io.banwatch.webhook.Examples.saying;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.policy.ReceiverFormat;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class SlackFormatTest {
  @Test
  void aPersonReadsWhatWhoHowSureTheNextStepAndALink() {
    Notifier notifier =
        Examples.notifier(ReceiverFormat.SLACK, "https://grafana.example.com/d/x?a={signal}&b=1");

    Message message = (Message) notifier.outgoing(Notice.of(FIRING), NOW);

    assertThat(message.body())
        .isEqualTo(
            """
            {"text":"Warning: request-surge, ci-bot#88dc0123","mrkdwn":false,"blocks":[\
            {"type":"header","text":{"type":"plain_text",\
            "text":"Warning: request-surge, ci-bot#88dc0123","emoji":false}},\
            {"type":"section","text":{"type":"plain_text",\
            "text":"420 requests in a minute, twelve times the most before.","emoji":false}},\
            {"type":"section","fields":[\
            {"type":"mrkdwn","text":"*Who*","verbatim":true},\
            {"type":"plain_text","text":"ci-bot#88dc0123","emoji":false},\
            {"type":"mrkdwn","text":"*Account*","verbatim":true},\
            {"type":"plain_text","text":"anthropic / org-1","emoji":false},\
            {"type":"mrkdwn","text":"*Team*","verbatim":true},\
            {"type":"plain_text","text":"search","emoji":false},\
            {"type":"mrkdwn","text":"*How sure*","verbatim":true},\
            {"type":"plain_text","text":"observed 420 requests in 60 s; alarming from 86;\
             the most before was 33; learned from 11 days of history","emoji":false},\
            {"type":"mrkdwn","text":"*Since*","verbatim":true},\
            {"type":"plain_text","text":"2026-11-03 14:10:00 UTC","emoji":false}]},\
            {"type":"section","text":{"type":"plain_text","text":"Next: Ask the owner.",\
            "emoji":false}},\
            {"type":"section","text":{"type":"mrkdwn",\
            "text":"<https://grafana.example.com/d/x?a=request-surge&amp;b=1|Open the dashboard>",\
            "verbatim":true}},\
            {"type":"context","elements":[{"type":"plain_text",\
            "text":"It resembles a runaway loop or a stolen key.\\n\
            alert 0123456789abcdef01234567-1","emoji":false}]}]}\
            """);
  }

  @Test
  void whatIsOverAsksForNothing() {
    JsonNode message = json(message(Notice.after(FIRING, resolved(FIRING))));

    assertThat(message.get("text").asText()).isEqualTo("Resolved: request-surge, ci-bot#88dc0123");
    assertThat(message.toString()).doesNotContain("Next: ");
  }

  @Test
  void whatBeganAndEndedUnheardSaysSo() {
    JsonNode message = json(message(Notice.meanwhile(resolved(FIRING))));

    assertThat(message.get("text").asText())
        .isEqualTo("Over already: request-surge, ci-bot#88dc0123");
  }

  @Test
  void mentionsLinksAndMarkupStayText() {
    JsonNode message =
        json(message(Notice.of(saying("<!channel> *b* <http://x|y> & @here :fire:"))));

    assertThat(message.at("/blocks/1/text/type").asText()).isEqualTo("plain_text");
    assertThat(message.at("/blocks/1/text/text").asText())
        .isEqualTo("&lt;!channel&gt; *b* &lt;http://x|y&gt; &amp; @here :fire:");
    assertThat(message.at("/blocks/1/text/emoji").asBoolean(true)).isFalse();
  }

  @Test
  void longTextsKeepToSlacksLimits() {
    JsonNode message = json(message(Notice.of(saying("&".repeat(2_000)))));

    assertThat(message.at("/blocks/0/text/text").asText()).hasSizeLessThanOrEqualTo(150);
    assertThat(message.at("/blocks/1/text/text").asText())
        .hasSizeLessThanOrEqualTo(3_000)
        .matches("(&amp;)+…");
    message
        .at("/blocks/2/fields")
        .forEach(field -> assertThat(field.get("text").asText()).hasSizeLessThanOrEqualTo(2_000));
  }

  @Test
  void theLargestDigestHasRoom() {
    Notifier notifier = Examples.notifier(ReceiverFormat.SLACK, "https://grafana.example.com/d/x");
    Notice digest = Notice.digests(Collections.nCopies(Notice.DIGEST_LIMIT, FIRING)).get(0);

    JsonNode message = json((Message) notifier.outgoing(digest, NOW));

    assertThat(message.get("blocks")).hasSize(41);
    assertThat(message.get("text").asText()).isEqualTo("20 warning: anthropic / org-1");
    assertThat(message.at("/blocks/1/text/text").asText())
        .isEqualTo(
            "Warning: request-surge, ci-bot#88dc0123\n"
                + "420 requests in a minute, twelve times the most before.");
  }

  private static Message message(Notice notice) {
    return Examples.message(ReceiverFormat.SLACK, notice);
  }
}
