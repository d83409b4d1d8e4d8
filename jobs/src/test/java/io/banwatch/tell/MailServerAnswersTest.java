package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.banwatch.policy.EmailSettings;
import io.banwatch.webhook.Mail;
import io.banwatch.webhook.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailServerAnswersTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String UNTRUSTED =
      "the certificate of localhost is known by no authority that this Java trusts;"
          + " docs/webhooks.md says how to add your company's";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MAIL|550 5.7.1 not you|REFUSED|550|answered 550 5.7.1 not you",
        "MAIL|451 4.3.0 later|RETRY|451|answered 451 4.3.0 later",
        "RCPT|550 5.1.1 no such user|REFUSED|550|answered 550 5.1.1 no such user",
        "RCPT|452 4.2.2 mailbox full|RETRY|452|answered 452 4.2.2 mailbox full",
        ".|554 5.6.0 no mail for us|REFUSED|554|answered 554 5.6.0 no mail for us",
        ".|452 4.3.1 disk full|RETRY|452|answered 452 4.3.1 disk full",
        "''|421 4.3.2 closing|RETRY|0|failed",
      })
  void whatIsFinalIsRefusedAtOnceAndWhatIsPassingIsTriedAgain(
      String command, String reply, Verdict verdict, int status, String words) throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer(null, Map.of(command, reply))) {
      Answer answer = send(server.port(), false, false, null);
      assertThat(Judgement.ofMail(answer).verdict()).isEqualTo(verdict);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.text()).startsWith("localhost " + words);
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void oneAddressThatIsUnknownKeepsTheMailFromNobodyElse() throws IOException {
    Map<String, String> replies = Map.of("RCPT TO:<TWO@", "550 5.1.1 no such user");
    try (ScriptedMailServer server = new ScriptedMailServer(null, replies)) {
      Answer answer = send(server.port(), false, false, null);
      assertThat(server.mails()).containsExactly("plain one@example.com");
      assertThat(answer)
          .isEqualTo(
              Answer.of(550, "localhost took it for 1 of 2 addresses: 550 5.1.1 no such user"));
    }
  }

  @Test
  void whatIsTakenIsTakenThoughTheServerDoesNotSayGoodbye() throws IOException {
    try (ScriptedMailServer server = new ScriptedMailServer(null, Map.of("QUIT", ""))) {
      MailTransport transport = new MailTransport(PATIENCE, Duration.ofSeconds(1), null);
      EmailSettings settings = settings(server.port(), false, false);
      assertThat(transport.send(settings, null, mail(settings))).isEqualTo(Answer.of(250, "taken"));
      assertThat(server.mails()).hasSize(1);
    }
  }

  @Test
  void startTlsIsSpokenWithATrustedServer() throws Exception {
    TestCertificate certificate = TestCertificate.valid(directory);
    try (ScriptedMailServer server = new ScriptedMailServer(certificate.server(), Map.of())) {
      Answer answer = send(server.port(), true, false, certificate.client().getSocketFactory());
      assertThat(answer).isEqualTo(Answer.of(250, "taken"));
      assertThat(server.mails()).containsExactly("encrypted one@example.com two@example.com");
    }
  }

  @Test
  void whoseCertificateNobodySignedGetsNoMail() throws Exception {
    TestCertificate certificate = TestCertificate.valid(directory);
    try (ScriptedMailServer server = new ScriptedMailServer(certificate.server(), Map.of())) {
      Answer answer = send(server.port(), true, false, null);
      assertThat(answer).isEqualTo(Answer.failed(UNTRUSTED));
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void aConnectionMayBeEncryptedFromItsBeginning() throws Exception {
    TestCertificate certificate = TestCertificate.valid(directory);
    System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
    System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    server.start();
    try {
      int port = server.getSmtps().getPort();
      assertThat(send(port, false, true, null)).isEqualTo(Answer.failed(UNTRUSTED));
      assertThat(server.getReceivedMessages()).isEmpty();
      assertThat(send(port, false, true, certificate.client().getSocketFactory()))
          .isEqualTo(Answer.of(250, "taken"));
      assertThat(server.waitForIncomingEmail(PATIENCE.toMillis(), 2)).isTrue();
    } finally {
      server.stop();
      System.clearProperty("greenmail.tls.keystore.file");
      System.clearProperty("greenmail.tls.keystore.password");
    }
  }

  private static Answer send(
      int port, boolean startTls, boolean implicitTls, SSLSocketFactory trust) {
    EmailSettings settings = settings(port, startTls, implicitTls);
    return new MailTransport(PATIENCE, PATIENCE, trust).send(settings, null, mail(settings));
  }

  private static EmailSettings settings(int port, boolean startTls, boolean implicitTls) {
    return new EmailSettings(
        "localhost",
        port,
        startTls,
        implicitTls,
        null,
        "banwatch@example.com",
        List.of("one@example.com", "two@example.com"));
  }

  private static Mail mail(EmailSettings settings) {
    return Receivers.written(settings, Notice.of(ToldAlerts.firing("a", 1)));
  }
}
