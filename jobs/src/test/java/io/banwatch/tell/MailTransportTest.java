package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.banwatch.policy.EmailSettings;
import io.banwatch.webhook.Mail;
import io.banwatch.webhook.Notice;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailTransportTest {
  private final MailTransport transport =
      new MailTransport(Duration.ofSeconds(5), Duration.ofSeconds(5));
  private GreenMail server;

  @BeforeEach
  void start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aMailArrivesInTextAndHtmlUnderItsOwnId() throws MessagingException, IOException {
    Mail mail = mail(Notice.of(ToldAlerts.firing("0123456789abcdef01234567", 2)));
    assertThat(transport.send(settings(null, false), null, mail))
        .isEqualTo(Answer.of(250, "taken"));
    MimeMessage received = received();
    assertThat(received.getMessageID()).isEqualTo(mail.messageId());
    assertThat(received.getHeader("References")).containsExactly(mail.thread().orElseThrow());
    assertThat(received.getSubject()).isEqualTo(mail.subject());
    assertThat(received.getFrom())
        .extracting(Object::toString)
        .containsExactly("banwatch@example.com");
    assertThat(received.getRecipients(Message.RecipientType.TO))
        .extracting(Object::toString)
        .containsExactly("one@example.com", "two@example.com");
    MimeMultipart parts = (MimeMultipart) received.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(lines(parts, 0)).isEqualTo(mail.text().stripTrailing());
    assertThat(lines(parts, 1)).isEqualTo(mail.html().stripTrailing());
  }

  private static String lines(MimeMultipart parts, int part)
      throws MessagingException, IOException {
    return parts.getBodyPart(part).getContent().toString().replace("\r\n", "\n").stripTrailing();
  }

  @Test
  void userAndPasswordAreGiven() throws MessagingException {
    server.setUser("banwatch", "banwatch", "right");
    assertThat(transport.send(settings("banwatch", false), "right", mail()).status())
        .isEqualTo(250);
    assertThat(server.getReceivedMessages()).isNotEmpty();
  }

  @Test
  void aWrongPasswordIsTriedAgainLaterSinceSomeoneMayRepairIt() {
    server.setUser("banwatch", "banwatch", "right");
    server.getManagers().getUserManager().setAuthRequired(true);
    Answer answer = transport.send(settings("banwatch", false), "wrong-secret", mail());
    assertThat(Judgement.ofMail(answer).verdict()).isEqualTo(Verdict.RETRY);
    assertThat(answer.text()).doesNotContain("wrong-secret");
  }

  @Test
  void whereThePolicyAsksForEncryptionNothingIsSentWithout() {
    Answer answer = transport.send(settings(null, true), null, mail());
    assertThat(answer.status()).isZero();
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsAFailure() {
    EmailSettings settings = settings(null, false);
    Mail mail = mail();
    server.stop();
    Answer answer = transport.send(settings, null, mail);
    assertThat(Judgement.ofMail(answer).verdict()).isEqualTo(Verdict.RETRY);
  }

  private MimeMessage received() {
    assertThat(server.waitForIncomingEmail(5_000, 2)).isTrue();
    return server.getReceivedMessages()[0];
  }

  private EmailSettings settings(String user, boolean startTls) {
    return new EmailSettings(
        "127.0.0.1",
        server.getSmtp().getPort(),
        startTls,
        false,
        user,
        "banwatch@example.com",
        List.of("one@example.com", "two@example.com"));
  }

  private Mail mail() {
    return mail(Notice.of(ToldAlerts.firing("0123456789abcdef01234567", 1)));
  }

  private Mail mail(Notice notice) {
    return Receivers.written(settings(null, false), notice);
  }
}
