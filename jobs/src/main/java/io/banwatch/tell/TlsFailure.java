package io.banwatch.tell;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What to tell a person when a connection could not be made safe. */
final class TlsFailure {
  private TlsFailure() {}

  /**
   * One sentence; empty when it failed for another reason.
   *
   * @param host the other side's name
   */
  static Optional<String> words(Throwable failure, String host) {
    boolean tls = false;
    String certificate = null;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      tls |= each instanceof SSLException;
      if (each instanceof CertPathBuilderException) {
        // The innermost causes say most.
        certificate =
            " is known by no authority that this Java trusts; docs/webhooks.md says how to add your"
                + " company's";
      } else if (each instanceof CertificateExpiredException) {
        certificate = " has expired";
      } else if (each instanceof CertificateNotYetValidException) {
        certificate = " is not valid yet";
      } else if (each instanceof CertificateException && certificate == null) {
        certificate = " is for another name, or damaged";
      }
    }
    if (certificate != null) {
      return Optional.of("the certificate of " + host + certificate);
    }
    return tls ? Optional.of(host + " does not speak TLS as this Java does") : Optional.empty();
  }
}
