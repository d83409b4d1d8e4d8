package io.banwatch.tell;

import io.banwatch.webhook.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/**
 * Posts messages. Certificates are verified as Java does by default; redirects stay with the host
 * ({@link RedirectRule}); nothing takes longer than the limits, whatever the other side does.
 */
final class HttpTransport {
  /** Half of what Standard Webhooks gives a receiver (15 to 30 s). */
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private static final int MOST_BODY = 1 << 16;

  private final HttpClient client;
  private final Duration whole;
  private final Executor bodyLimit;

  /**
   * @param whole how long an attempt may take until the answer's headers are there; its body may
   *     take a third of that
   */
  HttpTransport(Duration whole) {
    this(whole, null);
  }

  /**
   * @param trust decides who is trusted, or null for Java's own
   */
  HttpTransport(Duration whole, SSLContext trust) {
    HttpClient.Builder builder =
        trust == null ? HttpClient.newBuilder() : HttpClient.newBuilder().sslContext(trust);
    this.client =
        builder
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    this.whole = whole;
    this.bodyLimit = CompletableFuture.delayedExecutor(whole.toMillis() / 3, TimeUnit.MILLISECONDS);
  }

  /**
   * Sends and waits.
   *
   * @param headers more headers than the message's own
   * @return what was answered; what failed, with status 0, when nobody answered
   */
  Answer post(URI address, Map<String, String> headers, Message message) {
    try {
      return post(address, headers, message, 0);
    } catch (IOException e) {
      return Answer.failed(HttpFailure.words(e, address));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.failed("interrupted");
    }
  }

  private Answer post(URI address, Map<String, String> headers, Message message, int redirects)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(request(address, headers, message), info -> new CutBody(MOST_BODY, bodyLimit));
    int status = response.statusCode();
    if (RedirectRule.isRedirect(status)) {
      Optional<URI> next =
          RedirectRule.next(address, response.headers().firstValue("location").orElse(null));
      if (next.isEmpty() || redirects == RedirectRule.MOST) {
        return Answer.of(status, "redirects elsewhere, which is not followed");
      }
      return post(next.get(), headers, message, redirects + 1);
    }
    String retryAfter = response.headers().firstValue("retry-after").orElse(null);
    String text = new String(response.body(), StandardCharsets.UTF_8);
    return new Answer(status, retryAfter, text);
  }

  private HttpRequest request(URI address, Map<String, String> headers, Message message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(whole)
            .header("content-type", message.contentType())
            .header("user-agent", "Banwatch")
            .POST(HttpRequest.BodyPublishers.ofByteArray(message.bytes()));
    message.headers().forEach(request::setHeader);
    headers.forEach(request::setHeader);
    return request.build();
  }
}
