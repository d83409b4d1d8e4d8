package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that are no InfluxDB, and proxies before one. */
class ForeignAnswerTest {
  private static final String IS_THIS =
      "Is this InfluxDB, of version 1.8 or later, and its port (8086 as a rule)?";

  private ScriptedInflux server;
  private InfluxAddress address;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedInflux();
    address = InfluxAddress.parse(server.url() + "/banwatch", Map.of());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPageIsShownWithWhatWasAskedHarmlessAndShort() {
    server.answersPage(404, "<html>\n  <title>\u001b[31mHello</title>  \n");
    String came = " was answered with 404 text/html: <html> <title>\\u001b[31mHello</title>). ";
    assertThat(InfluxTrial.problem(address, Map.of()))
        .contains(
            server.url()
                + " does not answer as InfluxDB does (POST /api/v2/write"
                + came
                + IS_THIS);
    assertThatThrownBy(() -> InfluxSetup.at(address, Map.of()))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            server.url() + " does not answer as InfluxDB does (POST /query" + came + IS_THIS);
    server.answersPage(404, "x".repeat(10_000));
    assertThat(InfluxTrial.problem(address, Map.of()).orElseThrow()).hasSizeLessThan(350);
  }

  @Test
  void aPageThatComesWithStatus200IsNotTakenForPointsThatAreStored() {
    server.answersPage(200, "<html>Log in</html>");
    WriteAnswer answer = write();
    assertThat(answer.kind()).isEqualTo(AnswerKind.MISCONFIGURED);
    assertThat(answer.sentence())
        .contains("POST /api/v2/write was answered with 200 text/html: <html>Log in</html>")
        .endsWith(IS_THIS);
    assertThatThrownBy(() -> InfluxSetup.at(address, Map.of()))
        .hasMessageContaining("POST /query was answered with 200 text/html");
  }

  @Test
  void aRedirectionIsNamedAndNotFollowed() {
    server.answersPage(302, "");
    assertThat(write().sentence())
        .isEqualTo(
            server.url()
                + " does not answer as InfluxDB does (POST /api/v2/write was answered with 302 to"
                + " https://login.example/). Give the address of InfluxDB itself to --influx.");
  }

  @Test
  void plainHttpToAPortThatWantsTlsSaysWhatToWrite() {
    server.answersPage(400, "Client sent an HTTP request to an HTTPS server.");
    assertThat(write().sentence()).endsWith("If it wants TLS, write https:// in place of http://.");
  }

  @Test
  void aProxyWhoseInfluxDbIsAwayIsAskedAgainLater() {
    server.answersPage(502, "Bad Gateway");
    assertThat(write().kind()).isEqualTo(AnswerKind.LATER);
    assertThat(write().remedy()).isEqualTo("Does InfluxDB run behind the proxy that answers?");
    server.answersPage(413, "Too large");
    assertThat(write().kind()).isEqualTo(AnswerKind.TOO_LARGE);
  }

  @Test
  void whatInfluxDbTakesPasses() {
    assertThat(write()).isEqualTo(WriteAnswer.STORED);
    assertThat(server.stored()).containsExactly("# banwatch");
  }

  private WriteAnswer write() {
    try (InfluxApi api = InfluxClient.of(address, Map.of(), Duration.ofSeconds(10))) {
      return api.write(address.database(), List.copyOf(InfluxLine.NOTHING));
    }
  }
}
