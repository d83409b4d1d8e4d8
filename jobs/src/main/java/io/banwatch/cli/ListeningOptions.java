package io.banwatch.cli;

import io.banwatch.gateway.DecoderSettings;
import io.banwatch.gateway.Decoders;
import io.banwatch.gateway.MappingException;
import io.banwatch.policy.Policy;
import io.banwatch.receive.ReceiverLimits;
import io.banwatch.receive.ReceiverSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * How records are received by HTTP: what {@code receive} and {@code run --listen} have in common.
 */
final class ListeningOptions {
  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "Where to receive records by HTTP; port 0 takes any that is free. Only on loopback unless"
              + " BANWATCH_RECEIVE_TOKEN holds the token that posts must carry.")
  private String listen;

  @Option(
      names = "--tls-certificate",
      paramLabel = "PEM",
      description = "The certificate, followed by those that signed it.")
  private Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "PEM",
      description = "Its private key, without a password.")
  private Path key;

  /** Whether anything is received. */
  boolean given() {
    return listen != null;
  }

  /** Receives here when no other place was named. */
  void unlessGiven(String address) {
    if (listen == null) {
      listen = address;
    }
  }

  /**
   * The settings.
   *
   * @param log the directory of the usage log
   * @param policy for the proxies that are trusted, and how the log is kept
   * @param format as {@code --format}, or null
   * @param problems takes in what is wrong
   * @return null when something is
   */
  ReceiverSettings settings(
      Path log,
      Policy policy,
      String format,
      Map<String, String> environment,
      List<String> problems) {
    DecoderSettings decoder = null;
    try {
      decoder = Decoders.settings(format, policy.trustedProxies(), policy.trustedHops());
    } catch (MappingException e) {
      e.getMessage().lines().forEach(problems::add);
    }
    try {
      ListenAddress address = ListenAddress.parse(listen);
      return new ReceiverSettings(
          address.host(),
          address.port(),
          log,
          policy.usageLog(),
          decoder,
          environment.get(ReceiverSettings.TOKEN),
          certificate,
          key,
          ReceiverLimits.defaults());
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return null;
    }
  }

  /** Where it listens, as a client names it. */
  String url(ReceiverSettings settings, int port) {
    return (certificate == null ? "http://" : "https://") + settings.host() + ":" + port;
  }
}
