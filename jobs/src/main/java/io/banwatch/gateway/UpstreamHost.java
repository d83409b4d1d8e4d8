package io.banwatch.gateway;

import java.util.Locale;

/** The host name in an upstream's address: all that account rules need of it. */
final class UpstreamHost {
  private static final int LONGEST_NAME = 253;

  private UpstreamHost() {}

  /**
   * The host, in lower case, without scheme, user, port, path and anything secret.
   *
   * @param url an address such as {@code https://api.openai.com:443/v1}; the scheme may be missing
   * @return null when there is none
   */
  static String of(String url) {
    int scheme = url.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + 3;
    int to = from;
    while (to < url.length() && "/?#\\ ".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    from = Math.max(from, url.lastIndexOf('@', to - 1) + 1);
    boolean bracketed = from < to && url.charAt(from) == '[';
    int end = bracketed ? url.indexOf(']', from) : url.indexOf(':', from);
    int port = end < 0 || end > to ? to : end;
    String host = url.substring(bracketed ? from + 1 : from, Math.max(port, from));
    return host.isBlank() || host.length() > LONGEST_NAME
        ? null
        : SecretText.cleaned(host).toLowerCase(Locale.ROOT);
  }
}
