package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.webhook.Message;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsTest {
  private static final Message MESSAGE = new Message("a-1", Map.of(), "application/json", "{}");

  @TempDir private Path directory;
  private final AtomicInteger received = new AtomicInteger();
  private TestCertificate certificate;
  private Server server;
  private ServerConnector connector;

  @BeforeEach
  void makeCertificate() throws Exception {
    certificate = TestCertificate.valid(directory);
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  @Test
  void whoShowsATrustedCertificateIsTold() throws Exception {
    start(certificate);
    assertThat(post(certificate.client(), "https://localhost:%d/")).isEqualTo(Answer.of(200, ""));
    assertThat(received).hasValue(1);
  }

  @Test
  void whoseCertificateNobodySignedIsToldNothingAndHowToTrustItIsSaid() throws Exception {
    start(certificate);
    Answer answer = post(null, "https://localhost:%d/secret");
    assertThat(answer)
        .isEqualTo(
            Answer.failed(
                "the certificate of localhost is known by no authority that this Java trusts;"
                    + " docs/webhooks.md says how to add your company's"));
    assertThat(Judgement.ofHttp(answer, Instant.EPOCH).verdict()).isEqualTo(Verdict.RETRY);
    assertThat(received).hasValue(0);
  }

  @Test
  void aCertificateForAnotherNameIsNotTaken() throws Exception {
    start(certificate);
    assertThat(post(certificate.client(), "https://127.0.0.1:%d/"))
        .isEqualTo(Answer.failed("the certificate of 127.0.0.1 is for another name, or damaged"));
    assertThat(received).hasValue(0);
  }

  @Test
  void anExpiredCertificateIsSaidToBeOne() {
    CertificateException cause = new CertificateExpiredException("NotAfter: yesterday");
    Exception failure = new SSLHandshakeException("PKIX path validation failed");
    failure.initCause(cause);
    assertThat(TlsFailure.words(failure, "localhost"))
        .contains("the certificate of localhost has expired");
    assertThat(TlsFailure.words(new IOException("reset"), "localhost")).isEmpty();
  }

  @Test
  void aServerWithoutTlsIsSaidToBeOne() throws Exception {
    server = new Server();
    connector = new ServerConnector(server);
    serve();
    assertThat(post(null, "https://localhost:%d/"))
        .isEqualTo(Answer.failed("localhost does not speak TLS as this Java does"));
  }

  private void start(TestCertificate shown) throws Exception {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(shown.server());
    tls.setSniRequired(false);
    server = new Server();
    connector = new ServerConnector(server, tls);
    serve();
  }

  private void serve() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            received.incrementAndGet();
            response.setStatus(200);
            callback.succeeded();
            return true;
          }
        });
    server.start();
  }

  private Answer post(SSLContext trust, String address) {
    URI uri = URI.create(String.format(address, connector.getLocalPort()));
    return new HttpTransport(Duration.ofSeconds(30), trust).post(uri, Map.of(), MESSAGE);
  }
}
