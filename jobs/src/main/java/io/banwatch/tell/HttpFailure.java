package io.banwatch.tell;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

/**
 * What to tell a person of a failed request: the host, never the address, which may be a secret.
 */
final class HttpFailure {
  private HttpFailure() {}

  /** One sentence. */
  static String words(IOException failure, URI address) {
    String host = address.getHost();
    if (failure instanceof HttpConnectTimeoutException) {
      return host + " took too long to connect";
    }
    if (failure instanceof HttpTimeoutException) {
      return host + " took too long to answer";
    }
    if (failure instanceof ConnectException) {
      return hasUnresolved(failure)
          ? "the name " + host + " is unknown"
          : host + " refuses the connection";
    }
    return TlsFailure.words(failure, host)
        .orElseGet(() -> host + " broke off (" + failure.getClass().getSimpleName() + ")");
  }

  private static boolean hasUnresolved(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }
}
