package io.banwatch.tell;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.webhook.Message;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {
  private static final Message MESSAGE =
      new Message("a-1", Map.of("webhook-id", "a-1"), "application/json", "{\"say\":\"söme\"}");

  private final HttpTransport transport = new HttpTransport(Duration.ofSeconds(3));
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theBytesAndHeadersArriveAsTheyAre() {
    assertThat(post("/ok")).isEqualTo(new Answer(200, null, "fine"));
    assertThat(server.requests())
        .containsExactly(new ScriptedServer.Request("/ok", "a-1", null, null, MESSAGE.body()));
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 400, 404, 410, 500, 503})
  void aStatusComesBackWithItsText(int status) {
    assertThat(post("/" + status)).isEqualTo(Answer.of(status, "status /" + status));
  }

  @Test
  void retryAfterComesBack() {
    assertThat(post("/slow-down")).isEqualTo(new Answer(429, "7", "slow down"));
  }

  @Test
  void silenceEndsAtTheLimit() {
    assertThat(post("/silent")).isEqualTo(Answer.failed("127.0.0.1 took too long to answer"));
  }

  @Test
  void aConnectionThatIsClosedIsAFailure() {
    Answer answer = post("/reset");
    assertThat(answer.status()).isZero();
    assertThat(answer.text()).startsWith("127.0.0.1 broke off");
  }

  @Test
  void aPortWithoutAServerIsAFailure() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
    }
    URI address = URI.create("http://127.0.0.1:" + port + "/secret");
    assertThat(transport.post(address, Map.of(), MESSAGE))
        .isEqualTo(Answer.failed("127.0.0.1 refuses the connection"));
  }

  @Test
  void aNameThatNobodyHasIsAFailure() {
    URI address = URI.create("http://nobody.invalid/secret");
    assertThat(transport.post(address, Map.of(), MESSAGE))
        .isEqualTo(Answer.failed("the name nobody.invalid is unknown"));
  }

  @Test
  void anEndlessBodyIsCutAndItsStatusStands() {
    Answer refused = post("/endless");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).hasSize(1 << 16);
    assertThat(post("/endless-ok").status()).isEqualTo(200);
  }

  @Test
  void aBodyThatNeverEndsDoesNotUndoAGoodStatus() {
    assertThat(post("/drip")).isEqualTo(Answer.of(200, "x"));
  }

  @Test
  void aRedirectToTheSameHostIsFollowedWithTheSameRequest() {
    assertThat(post("/moved").status()).isEqualTo(200);
    assertThat(server.requests())
        .extracting(ScriptedServer.Request::path, ScriptedServer.Request::body)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/moved", MESSAGE.body()),
            org.assertj.core.groups.Tuple.tuple("/ok", MESSAGE.body()));
  }

  @Test
  void aRedirectElsewhereIsNot() throws IOException {
    try (ScriptedServer other = new ScriptedServer()) {
      server.redirectsTo(other.url("/ok"));
      assertThat(post("/elsewhere"))
          .isEqualTo(Answer.of(307, "redirects elsewhere, which is not followed"));
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void redirectsInACircleEnd() {
    assertThat(post("/loop").status()).isEqualTo(307);
    assertThat(server.requests()).hasSize(RedirectRule.MOST + 1);
  }

  private Answer post(String path) {
    return transport.post(URI.create(server.url(path)), Map.of(), MESSAGE);
  }
}
