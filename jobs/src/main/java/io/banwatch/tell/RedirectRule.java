package io.banwatch.tell;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Which redirects are followed: those to the same scheme, host and port. Alerts and their signature
 * are meant for whom the policy names, and for nobody whom that one names.
 */
final class RedirectRule {
  /** More are a loop. */
  static final int MOST = 3;

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private RedirectRule() {}

  /** Whether a status is a redirect that keeps method and body. */
  static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 307 || status == 308;
  }

  /**
   * Where to send the same request.
   *
   * @param location the header, or null
   * @return empty when it must not be followed, or leads nowhere
   */
  static Optional<URI> next(URI from, String location) {
    if (location == null) {
      return Optional.empty();
    }
    try {
      URI to = from.resolve(location.strip());
      return isSame(from, to) ? Optional.of(to) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isSame(URI from, URI to) {
    return to.getHost() != null
        && to.getUserInfo() == null
        && from.getScheme().equalsIgnoreCase(to.getScheme())
        && from.getHost().equalsIgnoreCase(to.getHost())
        && port(from) == port(to);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return address.getScheme().toLowerCase(Locale.ROOT).equals("https") ? HTTPS_PORT : HTTP_PORT;
  }
}
