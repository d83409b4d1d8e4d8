package io.banwatch.webhook;

import static io.banwatch.webhook.Examples.FIRING;
import static io.banwatch.webhook.Examples.NOW;
import static io.banwatch.webhook.Examples.resolved;
import static io.banwatch.webhook.Examples.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.policy.ReceiverFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmailFormatTest {
  private static final String LINK = "https://grafana.example.com/d/x?a={signal}&b=1";

  @Test
  void theTextPartSaysEverything() {
    Mail mail = mail(LINK, Notice.of(FIRING));

    assertThat(mail.subject()).isEqualTo("[Banwatch] Warning: request-surge, ci-bot#88dc0123");
    assertThat(mail.text())
        .isEqualTo(
            """
            Warning: request-surge, ci-bot#88dc0123
            420 requests in a minute, twelve times the most before.
            Account: anthropic / org-1
            Team: search
            How sure: observed 420 requests in 60 s; alarming from 86; the most before was 33;\
             learned from 11 days of history
            Since: 2026-11-03 14:10:00 UTC
            Dashboard: https://grafana.example.com/d/x?a=request-surge&b=1

            It resembles a runaway loop or a stolen key.

            Next steps:
            - Ask the owner.
            - Rotate the key.

            Evidence:
            - observed: 420
            - record: 33
            - threshold: 86
            - unit: requests
            - window seconds: 60
            - history seconds: 950,400

            alert 0123456789abcdef01234567-1
            """);
  }

  @Test
  void theHtmlPartSaysTheSame() {
    assertThat(mail(LINK, Notice.of(FIRING)).html())
        .startsWith("<!DOCTYPE html>\n<html>")
        .contains("<h3>Warning: request-surge, ci-bot#88dc0123</h3>")
        .contains("<p>420 requests in a minute, twelve times the most before.</p>")
        .contains("<tr><th align=\"left\">Team</th><td>search</td></tr>")
        .contains(
            "<a href=\"https://grafana.example.com/d/x?a=request-surge&amp;b=1\">Open the"
                + " dashboard</a>")
        .contains("<ol>\n<li>Ask the owner.</li>\n<li>Rotate the key.</li>\n</ol>")
        .contains("<li>history seconds: 950,400</li>")
        .endsWith("</body></html>\n");
  }

  @Test
  void allMailsOfAnEpisodeMakeOneThread() {
    Mail first = mail("", Notice.of(FIRING));
    Mail last = mail("", Notice.after(FIRING, resolved(FIRING)));

    assertThat(first.messageId()).isEqualTo("<0123456789abcdef01234567-1@example.com>");
    assertThat(first.thread()).isEmpty();
    assertThat(last.messageId()).isEqualTo("<0123456789abcdef01234567-2@example.com>");
    assertThat(last.thread()).hasValue(first.messageId());
    assertThat(last.subject()).isEqualTo("[Banwatch] Resolved: request-surge, ci-bot#88dc0123");
    assertThat(last.text()).contains("\nUntil: 2026-11-03 14:40:00 UTC\n");
  }

  @Test
  void anotherTryIsTheSameMail() {
    Notifier notifier = Examples.notifier(ReceiverFormat.EMAIL, "");

    assertThat(notifier.outgoing(Notice.of(FIRING), NOW + 1))
        .isEqualTo(notifier.outgoing(Notice.of(FIRING), NOW));
  }

  @Test
  void whatBeganAndEndedUnheardSaysSo() {
    Mail mail = mail("", Notice.meanwhile(resolved(FIRING)));

    assertThat(mail.subject()).isEqualTo("[Banwatch] Over already: request-surge, ci-bot#88dc0123");
    assertThat(mail.text()).contains("\nOver already: 420 requests in a minute");
  }

  @Test
  void aDigestListsItsAlerts() {
    Mail mail = mail("", Notice.digests(List.of(FIRING, resolved(FIRING))).get(0));

    assertThat(mail.subject()).isEqualTo("[Banwatch] 1 warning, 1 resolved: anthropic / org-1");
    assertThat(mail.messageId()).matches("<digest-[0-9a-f]{24}@example.com>");
    assertThat(mail.thread()).isEmpty();
    assertThat(mail.text())
        .startsWith("1 warning, 1 resolved: anthropic / org-1\n\nWarning: request-surge")
        .contains("\n\nResolved: request-surge, ci-bot#88dc0123\n");
  }

  @Test
  void aTextCannotAddHeadersOrMarkup() {
    Mail mail = mail("", Notice.of(saying("a\r\nBcc: x\n<script>\"'&")));

    assertThat(mail.subject()).doesNotContain("\r", "\n");
    assertThat(mail.html())
        .doesNotContain("<script>")
        .contains("a\\u000d\\u000aBcc: x\\u000a&lt;script&gt;&quot;&#39;&amp;");
  }

  private static Mail mail(String dashboard, Notice notice) {
    return (Mail) Examples.notifier(ReceiverFormat.EMAIL, dashboard).outgoing(notice, NOW);
  }
}
