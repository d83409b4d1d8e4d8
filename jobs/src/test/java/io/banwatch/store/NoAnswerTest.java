package io.banwatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoAnswerTest {
  private static final InfluxAddress PLAIN =
      InfluxAddress.parse("http://influx.example:8086/b", Map.of());
  private static final InfluxAddress TLS =
      InfluxAddress.parse("https://influx.example:8086/b", Map.of());

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new UnknownHostException("influx.example"), "no host influx.example is known"),
        Arguments.of(
            new ConnectException("Connection refused"), "nothing listens at influx.example:8086"),
        Arguments.of(
            new NoRouteToHostException("No route to host"), "no way leads to influx.example"),
        Arguments.of(
            new ConnectException("Network is unreachable"), "no way leads to influx.example"),
        Arguments.of(
            new SocketTimeoutException("Connect timed out"),
            "influx.example:8086 cannot be reached: nothing comes back"),
        Arguments.of(
            new InterruptedIOException("timeout"),
            "the connection stands, and no answer came in time"),
        Arguments.of(new SocketException("Connection reset"), "it broke off without an answer"),
        Arguments.of(
            new IOException("unexpected end of stream on http://influx.example:8086/..."),
            "it broke off without an answer"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultOfTheNetworkIsSaidInPlainWords(IOException thrown, String why) {
    assertThat(NoAnswer.of(thrown, PLAIN).why()).isEqualTo(why);
    assertThat(NoAnswer.of(thrown, PLAIN).remedy()).isNotEmpty();
    assertThat(NoAnswer.of(new IOException("wrapped", thrown), PLAIN).why()).isEqualTo(why);
  }

  static Stream<Arguments> faultsOfTls() {
    return Stream.of(
        Arguments.of(
            new SSLException("Unsupported or unrecognized SSL message"), "it speaks no TLS"),
        Arguments.of(
            new SSLHandshakeException("PKIX path building failed: unable to find valid path"),
            "its certificate is signed by nobody whom Java trusts"),
        Arguments.of(
            handshake(new CertificateException("No name matching influx.example found")),
            "its certificate is for another name than influx.example"),
        Arguments.of(
            handshake(new CertificateExpiredException("NotAfter: yesterday")),
            "its certificate has expired"),
        Arguments.of(
            handshake(new CertificateNotYetValidException("NotBefore: tomorrow")),
            "its certificate is not valid yet"),
        Arguments.of(
            new SSLHandshakeException("Received fatal alert: \u001b[31m"),
            "TLS fails: Received fatal alert: \\u001b[31m"));
  }

  @ParameterizedTest
  @MethodSource("faultsOfTls")
  void aFaultOfTlsIsSaidInPlainWords(IOException thrown, String why) {
    assertThat(NoAnswer.of(thrown, TLS).why()).isEqualTo(why);
    assertThat(NoAnswer.of(thrown, TLS).remedy()).isNotEmpty();
  }

  @Test
  void tlsToAPortThatSpeaksNoneSaysSoWhoeverAsks() throws Exception {
    try (StalledServer server = new StalledServer("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      String url = server.url().replace("http://", "https://") + "/banwatch";
      String words =
          "InfluxDB at "
              + server.url().replace("http://", "https://")
              + " does not answer (it speaks no TLS). Write http:// in place of https://.";
      InfluxAddress address = InfluxAddress.parse(url, Map.of());
      assertThat(InfluxTrial.problem(address, Map.of())).contains(words);
      assertThat(setupFailure(address)).isEqualTo(words);
    }
  }

  @Test
  void aNameThatNobodyKnowsSaysSoWhoeverAsks() {
    InfluxAddress address = InfluxAddress.parse("http://nobody.invalid:8086/b", Map.of());
    String words =
        "InfluxDB at http://nobody.invalid:8086 does not answer (no host nobody.invalid is known)."
            + " Is its name right, and does this machine's DNS know it?";
    assertThat(InfluxTrial.problem(address, Map.of())).contains(words);
    assertThat(setupFailure(address)).isEqualTo(words);
  }

  @Test
  void aServerThatTakesTheConnectionAndNeverAnswersEndsTheSetup() throws Exception {
    for (String answer :
        List.of("", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")) {
      try (StalledServer server = new StalledServer(answer)) {
        assertThat(setupFailure(InfluxAddress.parse(server.url() + "/b", Map.of())))
            .isEqualTo(
                "InfluxDB at "
                    + server.url()
                    + " does not answer (the connection stands, and no answer came in time). Is it"
                    + " overloaded, or something else than InfluxDB?");
      }
    }
  }

  private static String setupFailure(InfluxAddress address) {
    AnswerTimes soon = new AnswerTimes(Duration.ofSeconds(1), Duration.ofSeconds(1));
    try {
      InfluxSetup.at(address, Map.of(), soon);
      throw new AssertionError("there is no InfluxDB");
    } catch (StoreException e) {
      return e.getMessage();
    }
  }

  private static IOException handshake(CertificateException cause) {
    SSLHandshakeException thrown = new SSLHandshakeException(cause.getMessage());
    thrown.initCause(cause);
    return thrown;
  }
}
