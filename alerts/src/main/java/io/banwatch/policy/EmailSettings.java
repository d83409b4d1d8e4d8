package io.banwatch.policy;

import java.util.List;

/**
 * The mail server and the envelope of a receiver's mails.
 *
 * @param host the server's name or address
 * @param port the server's port
 * @param startTls whether the connection must be encrypted by STARTTLS; true when left out
 * @param user whom to log in as, or null for nobody
 * @param from the sender's mail address
 * @param to the mail addresses of those who are told
 */
public record EmailSettings(
    String host, int port, Boolean startTls, String user, String from, List<String> to) {
  /** Copies the list, and asks for encryption where nothing was said. */
  public EmailSettings {
    startTls = startTls == null || startTls;
    to = List.copyOf(to);
  }
}
