package io.banwatch.policy;

import java.util.List;

/**
 * The mail server and the envelope of a receiver's mails.
 *
 * @param host the server's name or address
 * @param port the server's port
 * @param startTls whether the connection must be encrypted by STARTTLS; true when left out
 * @param implicitTls whether the connection is encrypted from its beginning instead (SMTPS, RFC
 *     8314); when left out, on that protocol's port alone
 * @param user whom to log in as, or null for nobody
 * @param from the sender's mail address
 * @param to the mail addresses of those who are told
 */
public record EmailSettings(
    String host,
    int port,
    Boolean startTls,
    Boolean implicitTls,
    String user,
    String from,
    List<String> to) {
  /** Submission over TLS: RFC 8314, section 7.3. */
  private static final int SMTPS_PORT = 465;

  /** Copies the list, and asks for encryption where nothing was said. */
  public EmailSettings {
    implicitTls = implicitTls == null ? (Boolean) (port == SMTPS_PORT) : implicitTls;
    startTls = startTls == null ? (Boolean) !implicitTls : startTls;
    to = List.copyOf(to);
  }
}
