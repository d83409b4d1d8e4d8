package io.banwatch.tell;

import io.banwatch.policy.Receiver;
import io.banwatch.policy.Reference;
import io.banwatch.policy.Telling;
import io.banwatch.webhook.Endpoints;
import io.banwatch.webhook.Notice;
import io.banwatch.webhook.Notifier;
import io.banwatch.webhook.Outgoing;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What it takes to reach one receiver: its address and its secrets. Read anew for each attempt, so
 * that a secret may be replaced while Banwatch runs; never kept and never told: messages name the
 * place of a secret and the host of an address.
 */
final class Endpoint {
  private final Receiver receiver;
  private final Telling telling;
  private final Map<String, String> environment;

  /**
   * @param environment the environment variables
   */
  Endpoint(Receiver receiver, Telling telling, Map<String, String> environment) {
    this.receiver = receiver;
    this.telling = telling;
    this.environment = environment;
  }

  /**
   * Where messages are posted.
   *
   * @throws IOException when it cannot be read, or is no address of http or https
   */
  URI address() throws IOException {
    Reference from = receiver.urlFrom();
    String place = from == null ? "url" : from.text();
    try {
      String url = from == null ? receiver.url() : from.read(environment);
      URI address = new URI(Endpoints.of(receiver.format(), url));
      String scheme = address.getScheme() == null ? "" : address.getScheme();
      if (address.getHost() == null || !isWeb(scheme.toLowerCase(Locale.ROOT))) {
        throw new URISyntaxException(place, "no host");
      }
      return address;
    } catch (URISyntaxException e) {
      // Its message would quote the address, and so does its cause.
      throw new IOException(place + " of receiver " + receiver.name() + " holds no http address");
    }
  }

  private static boolean isWeb(String scheme) {
    return scheme.equals("http") || scheme.equals("https");
  }

  /**
   * The message as it is sent now.
   *
   * @throws IOException when a secret cannot be read or has another form
   */
  Outgoing write(Notice notice, long now) throws IOException {
    List<String> secrets = new ArrayList<>();
    if (receiver.email() == null) {
      read(receiver.secretFrom(), secrets);
      read(receiver.previousSecretFrom(), secrets);
    }
    try {
      return Notifier.of(receiver, telling, secrets).outgoing(notice, now);
    } catch (IllegalArgumentException e) {
      throw new IOException(receiver.secretFrom() + ": " + e.getMessage(), e);
    }
  }

  private void read(Reference from, List<String> into) throws IOException {
    if (from != null) {
      into.add(from.read(environment));
    }
  }

  /**
   * The headers that the policy adds.
   *
   * @throws IOException when a value cannot be read
   */
  Map<String, String> headers() throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, Reference> each : receiver.headersFrom().entrySet()) {
      headers.put(each.getKey(), each.getValue().read(environment));
    }
    return headers;
  }

  /**
   * The mail server's password, or null for none.
   *
   * @throws IOException when it cannot be read
   */
  String password() throws IOException {
    return receiver.secretFrom() == null ? null : receiver.secretFrom().read(environment);
  }
}
