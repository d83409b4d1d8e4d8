package io.banwatch.tell;

import io.banwatch.policy.EmailSettings;
import io.banwatch.webhook.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A mail as it goes over the wire, under a Message-ID of its own. */
final class MimeMail extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** RFC 5322, section 3.3. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String messageId;

  private MimeMail(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /**
   * Writes it.
   *
   * @throws MessagingException when an address of the policy is none
   */
  static MimeMail of(Session session, EmailSettings settings, Mail mail, Instant now)
      throws MessagingException {
    MimeMail mime = new MimeMail(session, mail.messageId());
    mime.setFrom(new InternetAddress(settings.from()));
    for (String to : settings.to()) {
      mime.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
    }
    mime.setSubject(mail.subject(), UTF_8);
    mime.setHeader("Date", DATE.format(now));
    if (mail.thread().isPresent()) {
      mime.setHeader("In-Reply-To", mail.thread().get());
      mime.setHeader("References", mail.thread().get());
    }
    mime.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8, "html");
    mime.setContent(new MimeMultipart("alternative", text, html));
    mime.saveChanges();
    return mime;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
