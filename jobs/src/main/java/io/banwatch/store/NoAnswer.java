package io.banwatch.store;

import io.banwatch.alert.PlainText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Why a server gave no answer that is one, in words that need no knowledge of Java.
 *
 * @param why a clause
 * @param remedy what to do about it, in whole sentences, or empty
 */
record NoAnswer(String why, String remedy) {
  private static final int LONGEST_WORDS = 200;
  private static final String TLS = "https";

  /** By what the HTTP client threw. */
  static NoAnswer of(IOException thrown, InfluxAddress address) {
    URI server = URI.create(address.server());
    if (has(thrown, UnknownHostException.class)) {
      return new NoAnswer(
          "no host " + server.getHost() + " is known",
          "Is its name right, and does this machine's DNS know it?");
    }
    if (has(thrown, SSLException.class)) {
      return ofTls(thrown, server);
    }
    if (has(thrown, NoRouteToHostException.class) || says(thrown, "unreachable")) {
      return new NoAnswer(
          "no way leads to " + server.getHost(), "Is the address right, and the network up?");
    }
    if (has(thrown, SocketTimeoutException.class) && says(thrown, "connect")) {
      return new NoAnswer(
          server.getRawAuthority() + " cannot be reached: nothing comes back",
          "Is the address right, and does a firewall let it pass?");
    }
    if (has(thrown, ConnectException.class)) {
      return new NoAnswer("nothing listens at " + server.getRawAuthority(), "Does it run there?");
    }
    if (has(thrown, InterruptedIOException.class)) {
      return new NoAnswer(
          "the connection stands, and no answer came in time",
          "Is it overloaded, or something else than InfluxDB?");
    }
    return ofBreak(thrown, server);
  }

  private static NoAnswer ofTls(IOException thrown, URI server) {
    if (says(thrown, "unrecognized ssl message") || says(thrown, "plaintext connection")) {
      return new NoAnswer("it speaks no TLS", "Write http:// in place of https://.");
    }
    if (has(thrown, SSLPeerUnverifiedException.class)
        || says(thrown, "no subject alternative")
        || says(thrown, "no name matching")) {
      return new NoAnswer(
          "its certificate is for another name than " + server.getHost(),
          "Use the name that the certificate holds.");
    }
    if (has(thrown, CertificateExpiredException.class)) {
      return new NoAnswer("its certificate has expired", "Renew it there.");
    }
    if (has(thrown, CertificateNotYetValidException.class)) {
      return new NoAnswer(
          "its certificate is not valid yet", "Is the clock of this machine right?");
    }
    if (says(thrown, "pkix") || says(thrown, "certification path")) {
      return new NoAnswer(
          "its certificate is signed by nobody whom Java trusts",
          "Give Java a trust store that holds the signer:"
              + " BANWATCH_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=FILE");
    }
    return new NoAnswer("TLS fails: " + words(thrown), "Does it speak TLS 1.2 or later?");
  }

  private static NoAnswer ofBreak(IOException thrown, URI server) {
    boolean isBreak =
        has(thrown, SocketException.class)
            || says(thrown, "unexpected end of stream")
            || says(thrown, "unexpected status line");
    if (!isBreak) {
      return new NoAnswer(words(thrown), "");
    }
    return new NoAnswer(
        "it broke off without an answer",
        TLS.equals(server.getScheme())
            ? ""
            : "If it wants TLS, write https:// in place of http://.");
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (kind.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean says(Throwable thrown, String words) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each.getMessage() != null && each.getMessage().toLowerCase(Locale.ROOT).contains(words)) {
        return true;
      }
    }
    return false;
  }

  private static String words(IOException thrown) {
    String message = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    return PlainText.of(message.strip(), LONGEST_WORDS);
  }
}
