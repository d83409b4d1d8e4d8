package io.banwatch.tell;

import io.banwatch.policy.EmailSettings;
import io.banwatch.webhook.Mail;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Hands mails to a mail server by SMTP. The server's certificate and name are verified; where the
 * policy asks for encryption, nothing is sent without. Blocks the calling thread.
 */
final class MailTransport {
  private static final String SMTP = "smtp";

  /** The reply of a server that wants another password: 535 in RFC 4954, section 6. */
  private static final int CREDENTIALS_INVALID = 535;

  private static final int DONE = 250;

  private final Duration connect;
  private final Duration wait;
  private final SSLSocketFactory trust;
  private final Clock clock = Clock.systemUTC();

  /**
   * @param connect how long connecting may take
   * @param wait how long the server may be silent
   */
  MailTransport(Duration connect, Duration wait) {
    this(connect, wait, null);
  }

  /**
   * @param trust makes connections to those who are trusted, or null for Java's own
   */
  MailTransport(Duration connect, Duration wait, SSLSocketFactory trust) {
    this.connect = connect;
    this.wait = wait;
    this.trust = trust;
  }

  /**
   * Sends and waits.
   *
   * @param password or null for none
   * @return what the server said; what failed, with status 0, when it said nothing
   */
  Answer send(EmailSettings settings, String password, Mail mail) {
    Session session = Session.getInstance(properties(settings));
    try {
      MimeMail message = MimeMail.of(session, settings, mail, clock.instant());
      Transport transport = session.getTransport(SMTP);
      try {
        transport.connect(settings.host(), settings.port(), settings.user(), password);
        return send(transport, message, settings.host());
      } finally {
        close(transport);
      }
    } catch (AuthenticationFailedException e) {
      // Passing: whoever repairs the password wants the alerts that waited for it.
      return Answer.failed(
          settings.host() + " does not take user and password (" + CREDENTIALS_INVALID + ")");
    } catch (MessagingException e) {
      int reply = reply(e);
      String words = settings.host() + " answered " + words(e);
      return reply == 0 ? Answer.failed(failure(e, settings.host())) : Answer.of(reply, words);
    }
  }

  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // What became of the mail was said before the goodbye: one that was taken is not sent again.
    }
  }

  /**
   * Where the server knows some of the addresses not at all, the others are told all the same; the
   * answer is the refusal.
   */
  private static Answer send(Transport transport, MimeMail message, String host)
      throws MessagingException {
    Address[] all = message.getAllRecipients();
    try {
      transport.sendMessage(message, all);
      return Answer.of(DONE, "taken");
    } catch (SendFailedException e) {
      Address[] others = e.getValidUnsentAddresses();
      int reply = reply(e);
      if (reply / 100 != 5 || others == null || others.length == 0) {
        throw e;
      }
      transport.sendMessage(message, others);
      return Answer.of(
          reply,
          host + " took it for " + others.length + " of " + all.length + " addresses: " + words(e));
    }
  }

  private Properties properties(EmailSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
    properties.setProperty("mail.smtp.connectiontimeout", Long.toString(connect.toMillis()));
    properties.setProperty("mail.smtp.timeout", Long.toString(wait.toMillis()));
    properties.setProperty("mail.smtp.writetimeout", Long.toString(wait.toMillis()));
    properties.setProperty("mail.smtp.starttls.enable", settings.startTls().toString());
    properties.setProperty("mail.smtp.starttls.required", settings.startTls().toString());
    properties.setProperty("mail.smtp.ssl.enable", settings.implicitTls().toString());
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    if (trust != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust);
    }
    return properties;
  }

  private static String failure(MessagingException failure, String host) {
    return TlsFailure.words(failure, host)
        .orElseGet(
            () ->
                failure.getCause() instanceof ConnectException
                    ? host + " refuses the connection"
                    : host + " failed (" + failure.getClass().getSimpleName() + ")");
  }

  /** The reply code that lies deepest, since the outer exceptions only sum up. */
  private static int reply(Exception failure) {
    int reply = 0;
    for (Exception each = failure; each != null; each = next(each)) {
      if (each instanceof SMTPSendFailedException sending) {
        reply = sending.getReturnCode();
      } else if (each instanceof SMTPAddressFailedException address) {
        reply = address.getReturnCode();
      } else if (each instanceof SMTPSenderFailedException sender) {
        reply = sender.getReturnCode();
      }
    }
    return reply;
  }

  /** What the server said, and not what the library made of it. */
  private static String words(Exception failure) {
    String words = failure.getMessage();
    for (Exception each = failure; each != null; each = next(each)) {
      words = each.getMessage();
    }
    return String.valueOf(words).strip();
  }

  private static Exception next(Exception failure) {
    return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
  }
}
