package io.banwatch.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen.
 *
 * @param host a name or an address, without brackets
 * @param port 0 to 65535; 0 for any that is free
 */
record ListenAddress(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([^:\\[\\]\\s]+)):(\\d{1,5})");
  private static final int MOST_PORT = 65_535;

  /**
   * Reads {@code HOST:PORT}, an IPv6 address in brackets.
   *
   * @throws IllegalArgumentException when it is not that
   */
  static ListenAddress parse(String text) {
    Matcher form = FORM.matcher(text);
    int port = form.matches() ? Integer.parseInt(form.group(3)) : MOST_PORT + 1;
    if (port > MOST_PORT) {
      throw new IllegalArgumentException(
          "--listen is '" + text + "'; give HOST:PORT, for example 127.0.0.1:8080 or [::1]:8080");
    }
    return new ListenAddress(form.group(1) == null ? form.group(2) : form.group(1), port);
  }
}
