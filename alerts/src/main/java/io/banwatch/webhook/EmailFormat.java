package io.banwatch.webhook;

import io.banwatch.alert.Alert;
import io.banwatch.alert.PlainText;
import java.util.Optional;

/**
 * A mail in text and HTML. All mails of one episode make one thread: each names the Message-ID that
 * the episode's first line has or would have had (RFC 5322, section 3.6.4).
 */
final class EmailFormat implements Format {
  private static final int LONGEST_SUBJECT = 200;

  private final String domain;

  /**
   * Mails from this address.
   *
   * @param from the sender's mail address; its domain makes Message-IDs unique
   */
  EmailFormat(String from) {
    domain = from.substring(from.lastIndexOf('@') + 1);
  }

  @Override
  public Mail outgoing(Content content, long now) {
    boolean digest = content.kind() == Notice.Kind.DIGEST;
    Alert first = content.first().alert();
    String headline = digest ? Words.headline(content) : Words.headline(content.kind(), first);
    String messageId = messageId(content.id());
    String root = messageId(first.id() + "-1");
    return new Mail(
        content.id(),
        messageId,
        digest || root.equals(messageId) ? Optional.empty() : Optional.of(root),
        PlainText.of("[Banwatch] " + headline, LONGEST_SUBJECT),
        MailText.of(content, headline),
        MailHtml.of(content, headline));
  }

  private String messageId(String id) {
    return "<" + id + "@" + domain + ">";
  }
}
