package io.banwatch.webhook;

import static io.banwatch.webhook.Examples.NOW;
import static io.banwatch.webhook.Examples.json;
import static io.banwatch.webhook.Examples.notifier;
import static io.banwatch.webhook.Examples.resolved;
import static io.banwatch.webhook.Examples.saying;
import static io.banwatch.webhook.Examples.worse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.banwatch.alert.Alert;
import io.banwatch.policy.ReceiverFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a log: every format stays what it is, and keeps to itself what must stay. */
class OutgoingPropertiesTest {
  private static final int TRIES = 200;
  private static final String DASHBOARD =
      "https://grafana.example.com/d/x?v={vendor}&a={account}&k={key}&n={keyAlias}&t={team}"
          + "&s={signal}&from={from}&to={to}";
  private static final Pattern LINK =
      Pattern.compile("https://grafana\\.example\\.com/d/x\\?[A-Za-z0-9=&;%._*+-]+");
  private static final Pattern TAGS =
      Pattern.compile(
          "<!DOCTYPE html>|</?(html|head|body|h2|h3|h4|p|ol|ul|li|small|table|tr|td)>"
              + "|<meta charset=\"utf-8\">|<body style=\"font-family:sans-serif\">"
              + "|<th align=\"left\">|</th>|<a href=\"[^\"<>]+\">|</a>");
  private static final Pattern MARKUP =
      Pattern.compile("\\*(Who|Account|Team|How sure|Since)\\*|<[^<>|]+\\|Open the dashboard>");
  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\\.[A-Za-z]{2,}");

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "<!channel>",
            "<!here|x>",
            "<@U123>",
            "@here",
            "<http://evil.example|click>",
            "http://evil.example/",
            "<script>alert(1)</script>",
            "\" onload=\"x",
            "'",
            "]]>",
            "&lt;",
            "\r\nBcc: x\r\n\r\n",
            "\n.\n",
            "\u0000",
            "\u001b[31m",
            "\u202e",
            "\u2028",
            "\ud83d",
            "🚀",
            "{key}",
            "{{ .x }}",
            "${x}",
            "\\u0041",
            "\\",
            "*b* _i_ ~s~ `c`",
            "|");
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(20);
    return Arbitraries.oneOf(pieces, any).list().ofMaxSize(12).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<String>> addressed() {
    Arbitrary<Integer> octet = Arbitraries.integers().between(0, 255);
    Arbitrary<Integer> group = Arbitraries.integers().between(1, 0xFFFF);
    Arbitrary<String> ipv4 =
        octet.list().ofSize(3).map(o -> "198." + o.get(0) + "." + o.get(1) + "." + (o.get(2) | 1));
    Arbitrary<String> ipv6 =
        group
            .list()
            .ofSize(7)
            .map(
                groups -> {
                  StringBuilder text = new StringBuilder("2001");
                  groups.forEach(value -> text.append(':').append(Integer.toHexString(value)));
                  return text.toString();
                });
    Arbitrary<String> short6 =
        group
            .list()
            .ofSize(4)
            .map(g -> String.format("2001:%x:%x::%x:%x", g.get(0), g.get(1), g.get(2), g.get(3)));
    Arbitrary<String> mail =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .ofMinLength(2)
            .ofMaxLength(9)
            .map(name -> name + ".z@example.com");
    Arbitrary<String> around =
        Arbitraries.of("", " ", ",", "[", "]", "(", "client=", "ip:", "/", "\"", "é", "\n", "; ");
    return Combinators.combine(around, Arbitraries.oneOf(ipv4, ipv6, short6, mail), around)
        .as((before, address, after) -> List.of(address, before + address + after));
  }

  @Property(tries = TRIES)
  void jsonFormatsAreValidJsonOfTheSameShape(@ForAll("hostile") String text) {
    for (ReceiverFormat format : List.of(ReceiverFormat.values())) {
      for (Outgoing outgoing : all(format, text)) {
        if (outgoing instanceof Message message) {
          assertThat(json(message).isContainerNode()).isTrue();
          assertThat(message.body().codePoints())
              .noneMatch(c -> c < 0x20 || Character.getType(c) == Character.SURROGATE);
          assertThat(new String(message.bytes(), StandardCharsets.UTF_8)).isEqualTo(message.body());
          assertThat(message.headers().values()).allMatch(value -> value.matches("[ -~]+"));
        }
      }
    }
  }

  @Property(tries = TRIES)
  void standardWebhooksKeepToTheirSchema(@ForAll("hostile") String text) {
    for (Outgoing outgoing : all(ReceiverFormat.STANDARD, text)) {
      assertThat(
              WebhookSchema.SCHEMA.validate(
                  ((Message) outgoing).body(), com.networknt.schema.InputFormat.JSON))
          .isEmpty();
    }
  }

  @Property(tries = TRIES)
  void slackSeesNoMarkupButOurOwn(@ForAll("hostile") String text) {
    for (Outgoing outgoing : all(ReceiverFormat.SLACK, text)) {
      JsonNode message = json((Message) outgoing);
      assertThat(message.get("mrkdwn").asBoolean(true)).isFalse();
      assertThat(message.get("text").asText()).doesNotContain("<", ">");
      assertThat(message.get("blocks").size()).isBetween(1, 50);
      for (JsonNode part : message.findParents("verbatim")) {
        assertThat(part.get("text").asText()).matches(MARKUP);
      }
      for (JsonNode part : message.findParents("emoji")) {
        assertThat(part.get("type").asText()).isEqualTo("plain_text");
        assertThat(part.get("text").asText()).isNotEmpty().doesNotContain("<", ">");
      }
    }
  }

  @Property(tries = TRIES)
  void mailsHaveNoMarkupButOurOwnAndNoHeadersButTheirs(@ForAll("hostile") String text) {
    for (Outgoing outgoing : all(ReceiverFormat.EMAIL, text)) {
      Mail mail = (Mail) outgoing;
      assertThat(mail.subject()).matches("\\P{Cntrl}{1,200}").doesNotContain("\u2028", "\u202e");
      assertThat(mail.messageId()).matches("<[0-9a-z-]+@example\\.com>");
      assertThat(TAGS.matcher(mail.html()).replaceAll("")).doesNotContain("<", ">");
      assertThat(mail.text().chars()).noneMatch(c -> c < 0x20 && c != '\n');
    }
  }

  @Property(tries = TRIES)
  void linksLeadNowhereElse(@ForAll("hostile") String text) {
    JsonNode message = json((Message) all(ReceiverFormat.STANDARD, text).get(0));

    assertThat(message.at("/data/links/dashboard").asText()).matches(LINK);
  }

  @Property(tries = TRIES)
  void noAddressOfAPersonLeaves(@ForAll("addressed") List<String> addressed) {
    for (ReceiverFormat format : ReceiverFormat.values()) {
      for (Outgoing outgoing : all(format, addressed.get(1))) {
        String sent = sent(outgoing);
        assertThat(sent).doesNotContain(encodings(addressed.get(0)));
        assertThat(MAIL_ADDRESS.matcher(sent.replace("-1@example.com", "")).find())
            .as(sent)
            .isFalse();
      }
    }
  }

  @Property(tries = 20)
  void theGuardAgainstAddressesWouldNoticeOne(@ForAll("addressed") List<String> addressed) {
    String address = addressed.get(0);
    Notifier full =
        Notifier.of(
            Examples.receiver(ReceiverFormat.STANDARD, true),
            Examples.telling(""),
            List.of(Examples.SECRET));
    String sent = sent(full.outgoing(Notice.of(saying(addressed.get(1))), NOW));

    assertThat(sent.contains(address)).isEqualTo(address.indexOf('@') < 0);
  }

  private static List<Outgoing> all(ReceiverFormat format, String text) {
    Notifier notifier = notifier(format, DASHBOARD);
    Alert alert = saying(text);
    Notice digest = Notice.digests(List.of(alert, worse(alert))).get(0);
    List<Outgoing> single =
        List.of(
            notifier.outgoing(Notice.of(alert), NOW),
            notifier.outgoing(Notice.after(alert, worse(alert)), NOW),
            notifier.outgoing(Notice.meanwhile(resolved(alert)), NOW));
    return format == ReceiverFormat.PAGERDUTY
        ? single
        : List.of(single.get(0), single.get(1), single.get(2), notifier.outgoing(digest, NOW));
  }

  private static String sent(Outgoing outgoing) {
    if (outgoing instanceof Message message) {
      return message.body() + message.headers();
    }
    Mail mail = (Mail) outgoing;
    return mail.subject() + "\n" + mail.text() + "\n" + mail.html();
  }

  private static String[] encodings(String address) {
    return new String[] {
      address, address.replace(":", "%3A"), address.replace(":", "%3a"), address.replace("@", "%40")
    };
  }
}
