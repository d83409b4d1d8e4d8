package io.banwatch.receive;

import io.banwatch.gateway.DecoderSettings;
import io.banwatch.policy.UsageLogLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * How a receiver listens, and where it writes.
 *
 * @param host the address or name to listen on
 * @param port the port; 0 for any that is free
 * @param log the directory of the usage log; created when there is none
 * @param usageLog how the log is cut and kept
 * @param decoder how bodies are read
 * @param token the bearer token that posts must carry; null for none, on loopback addresses only
 * @param certificate a PEM file with the certificate and those that signed it; null for no TLS
 * @param key a PEM file with its private key, without a password; null for no TLS
 * @param limits what is taken from a stranger
 */
public record ReceiverSettings(
    String host,
    int port,
    Path log,
    UsageLogLimits usageLog,
    DecoderSettings decoder,
    String token,
    Path certificate,
    Path key,
    ReceiverLimits limits) {
  /** The environment variable that holds the token. */
  public static final String TOKEN = "BANWATCH_RECEIVE_TOKEN";

  private static final int MOST_PORT = 65_535;

  /**
   * @throws IllegalArgumentException when they contradict each other, in words for a person
   */
  public ReceiverSettings {
    if (port < 0 || port > MOST_PORT) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and " + MOST_PORT);
    }
    if ((certificate == null) != (key == null)) {
      throw new IllegalArgumentException("TLS needs both a certificate and its key");
    }
    if (token != null && token.isBlank()) {
      throw new IllegalArgumentException(TOKEN + " is blank; give a token or unset it");
    }
    if (token == null && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "without a token only this machine may post: set "
              + TOKEN
              + ", or listen on 127.0.0.1 instead of "
              + host);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(host + " is no address or name of this machine", e);
    }
  }

  /** Never the token. */
  @Override
  public String toString() {
    return "ReceiverSettings[" + host + ":" + port + ", log=" + log + "]";
  }
}
