package io.banwatch.tell;

import io.banwatch.policy.Receiver;
import io.banwatch.policy.Telling;
import io.banwatch.webhook.Mail;
import io.banwatch.webhook.Message;
import io.banwatch.webhook.Notice;
import io.banwatch.webhook.Outgoing;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Brings notices to receivers over the network. Everything that may block, reading a secret and
 * looking up a name included, happens in threads of its own; there are never more of them than
 * messages in flight.
 */
final class NetworkCourier implements Courier {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(15);
  private static final int SHORT_HASH = 12;

  private final Telling telling;
  private final Map<String, String> environment;
  private final ExecutorService threads;
  private final HttpTransport http;
  private final MailTransport mail;

  private NetworkCourier(Telling telling, Map<String, String> environment, Duration whole) {
    this.telling = telling;
    this.environment = environment;
    threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "deliveries");
              thread.setDaemon(true);
              return thread;
            });
    http = new HttpTransport(whole);
    mail = new MailTransport(CONNECT, whole);
  }

  /** A courier with the usual limits: 5 s to connect, 15 s in all. */
  static NetworkCourier of(Telling telling, Map<String, String> environment) {
    return new NetworkCourier(telling, environment, WHOLE);
  }

  /** A courier with a limit of its own. */
  static NetworkCourier of(Telling telling, Map<String, String> environment, Duration whole) {
    return new NetworkCourier(telling, environment, whole);
  }

  @Override
  public void deliver(Receiver receiver, Notice notice, long now, Consumer<Answer> answered) {
    threads.execute(
        () -> {
          Answer answer = Answer.failed("cannot be sent");
          try {
            answer = answer(receiver, notice, now);
          } finally {
            // After an error of the machine too: a message without an answer is in flight for ever.
            answered.accept(answer);
          }
        });
  }

  /** What cannot even be sent is tried again: whoever repairs the secret wants what waited. */
  private Answer answer(Receiver receiver, Notice notice, long now) {
    Endpoint endpoint = new Endpoint(receiver, telling, environment);
    try {
      Outgoing outgoing = endpoint.write(notice, now);
      return outgoing instanceof Mail written
          ? mail.send(receiver.email(), endpoint.password(), written)
          : post(endpoint, (Message) outgoing);
    } catch (IOException e) {
      return Answer.failed(e.getMessage());
    } catch (RuntimeException e) {
      // Its message may quote what is secret, such as a header's value.
      return Answer.failed("cannot be sent (" + e.getClass().getSimpleName() + ")");
    }
  }

  private Answer post(Endpoint endpoint, Message message) throws IOException {
    URI address = endpoint.address();
    Map<String, String> headers = endpoint.headers();
    Answer answer = http.post(address, headers, message);
    return new Answer(
        answer.status(),
        answer.retryAfter(),
        EchoedSecrets.hide(answer.text(), address, headers.values()));
  }

  @Override
  public String addressHash(Receiver receiver) {
    if (receiver.email() != null) {
      return hash(receiver.email().toString());
    }
    try {
      URI address = new Endpoint(receiver, telling, environment).address();
      return hash(address.toString());
    } catch (IOException e) {
      return "";
    }
  }

  private static String hash(String address) {
    return DigestUtils.sha256Hex(address.getBytes(StandardCharsets.UTF_8)).substring(0, SHORT_HASH);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
