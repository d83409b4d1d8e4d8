package io.banwatch.webhook;

import java.util.Optional;

/**
 * A mail. Encoding of headers and parts is the mail library's work.
 *
 * @param id the same for every try
 * @param messageId the Message-ID with its angle brackets; the same for every try
 * @param thread the Message-ID under which mail readers put it, for In-Reply-To and References;
 *     empty when it begins a thread itself
 * @param subject one line
 * @param text the text part; lines end with a line feed
 * @param html the HTML part, a whole document
 */
public record Mail(
    String id, String messageId, Optional<String> thread, String subject, String text, String html)
    implements Outgoing {
  /** Its id and subject. */
  @Override
  public String toString() {
    return "mail " + id + " \"" + subject + "\"";
  }
}
