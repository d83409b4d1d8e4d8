package io.banwatch.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.gateway.Decoders;
import io.banwatch.policy.UsageLogLimits;
import io.banwatch.usage.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiverTest {
  private static final String TOKEN = "correct horse";
  private static final String RECORD =
      "{\"id\":\"r%d\",\"call_type\":\"acompletion\",\"status\":\"success\",\"startTime\":1763715600.5,"
          + "\"endTime\":1763715601.5,\"model\":\"gpt-4o\",\"custom_llm_provider\":\"openai\","
          + "\"messages\":\"CANARY prompt\",\"response\":{\"text\":\"CANARY completion\"},"
          + "\"error_str\":\"CANARY error\",\"hidden_params\":{},"
          + "\"metadata\":{\"user_api_key_alias\":\"Bearer CANARY0123456789\"}}";

  @TempDir private Path directory;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> messages = new ArrayList<>();
  private Path log;
  private Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    log = directory.resolve("log");
    receiver = Receiver.startAlone(settings(TOKEN), messages::add);
  }

  @AfterEach
  void stop() throws IOException {
    receiver.close();
  }

  private ReceiverSettings settings(String token) {
    return new ReceiverSettings(
        "127.0.0.1",
        0,
        log,
        new UsageLogLimits(64, 60, 30, 10),
        Decoders.settings(null, List.of("10.0.0.0/8"), 0),
        token,
        null,
        null,
        ReceiverLimits.defaults()
            .withLongestBody(4 << 20)
            .withLongestRecord(1 << 20)
            .withIdle(Duration.ofMillis(1500)));
  }

  @Test
  void anyLayoutOfRecordsIsTaken() throws Exception {
    String one = RECORD.formatted(1);
    String two = RECORD.formatted(2);
    assertThat(post(one)).isEqualTo("200 {\"accepted\":1,\"rejected\":0,\"skipped\":0}");
    assertThat(post("[" + one + "," + two + "]")).startsWith("200 {\"accepted\":2,");
    assertThat(post(one + "\n" + two)).startsWith("200 {\"accepted\":2,");
    assertThat(post(one + "\n" + two + "\n")).startsWith("200 {\"accepted\":2,");
    assertThat(post("\uFEFF" + one)).startsWith("200 {\"accepted\":1,");
    assertThat(post("[\n  " + one + "\n]\n")).startsWith("200 {\"accepted\":1,");
    assertThat(lines()).hasSize(9);
  }

  @Test
  void aPutOnAnyPathIsTaken() throws Exception {
    for (String path : List.of("/", "/ingest?x=1", "/a//b/../c;d/%2e%2e/%2F%25", "/healthz")) {
      HttpRequest put = request(path).PUT(BodyPublishers.ofString(RECORD.formatted(1))).build();
      assertThat(answer(put)).as(path).startsWith("200 ");
    }
    assertThat(lines()).hasSize(4);
  }

  @Test
  void anEmptyBodyIsATestCall() throws Exception {
    assertThat(post("")).isEqualTo("200 {\"accepted\":0,\"rejected\":0,\"skipped\":0}");
    assertThat(answer(gzipped(new byte[0]))).startsWith("200 ");
    assertThat(lines()).isEmpty();
  }

  @Test
  void aCompressedBodyIsTaken() throws Exception {
    byte[] body = gzip(RECORD.formatted(1).getBytes(UTF_8));
    assertThat(answer(gzipped(body))).startsWith("200 {\"accepted\":1,");
  }

  @Test
  void oneBadRecordDoesNotRejectItsBatch() throws Exception {
    String body = RECORD.formatted(1) + "\n{\"broken\": \n" + RECORD.formatted(2) + "\n[3]\n{}";
    assertThat(post(body)).isEqualTo("200 {\"accepted\":2,\"rejected\":3,\"skipped\":0}");
    assertThat(lines()).hasSize(5);
    assertThat(receiver.counts().rejected())
        .containsOnlyKeys(Reason.NOT_JSON, Reason.NOT_AN_OBJECT, Reason.UNKNOWN_FORMAT);
  }

  @Test
  void whatIsNotJsonIsRefusedAndCounted() throws Exception {
    assertThat(post("<html>CANARY</html>")).startsWith("400 {\"accepted\":0,\"rejected\":1,");
    assertThat(answer(posted(RECORD.formatted(1).getBytes(UTF_16)))).startsWith("400 ");
    assertThat(lines()).hasSize(2).allMatch(line -> line.contains("\"rejected\":"));
  }

  @Test
  void garbageIsNotReadToItsEnd() throws Exception {
    assertThat(post("x\n".repeat(1_000_000))).startsWith("400 ");
    assertThat(receiver.counts().rejected().get(Reason.NOT_JSON)).isLessThan(50_000);
  }

  @Test
  void deepNestingIsRejectedAndTheRestStands() throws Exception {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(post(deep + "\n" + RECORD.formatted(1)))
        .isEqualTo("200 {\"accepted\":1,\"rejected\":1,\"skipped\":0}");
  }

  @Test
  void aRecordThatIsTooLongIsRejectedAndTheRestStands() throws Exception {
    String tooLong = "{\"a\":\"" + "x".repeat(1 << 20) + "\"}\n";
    assertThat(post(tooLong + RECORD.formatted(1)))
        .isEqualTo("200 {\"accepted\":1,\"rejected\":1,\"skipped\":0}");
    assertThat(receiver.counts().rejected()).containsOnlyKeys(Reason.TOO_LONG);
  }

  @Test
  void aBodyThatIsTooLongIsRefusedBeforeOrWhileItComes() throws Exception {
    assertThat(post("x".repeat((4 << 20) + 1))).startsWith("413 ");
    byte[] batch = (RECORD.formatted(1) + "\n").repeat(20_000).getBytes(UTF_8);
    assertThat(answer(gzipped(gzip(batch)))).startsWith("413 ");
    assertThat(lines().get(lines().size() - 1)).contains("\"rejected\":\"too-long\"");
  }

  @Test
  void aGzipBombIsRefused() throws Exception {
    byte[] bomb = gzip(" ".repeat(3 << 20).getBytes(UTF_8));
    assertThat(answer(gzipped(bomb))).startsWith("413 ").contains("times longer");
  }

  @Test
  void brokenCompressionIsRefusedAndWhatWasWholeIsKept() throws Exception {
    byte[] whole = gzip((RECORD.formatted(1) + "\n").repeat(2_000).getBytes(UTF_8));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertThat(answer(gzipped(half))).startsWith("400 ").contains("breaks off");
    assertThat(answer(gzipped("not gzip".getBytes(UTF_8)))).startsWith("400 ");
    assertThat(lines().get(0)).startsWith("{\"banwatch\":1,\"request_hash\"");
    assertThat(receiver.counts().rejected()).containsEntry(Reason.UNREADABLE, 2L);
  }

  @Test
  void anUnknownEncodingIsRefused() throws Exception {
    HttpRequest request =
        request("/").header("Content-Encoding", "br").POST(BodyPublishers.ofString("x")).build();
    assertThat(answer(request)).startsWith("415 ");
    assertThat(lines()).isEmpty();
  }

  @Test
  void onlyTheTokenOpens() throws Exception {
    for (String wrong : List.of("Bearer ", "Bearer wrong", "Basic correct horse", TOKEN)) {
      HttpRequest request =
          HttpRequest.newBuilder(uri("/"))
              .header("Authorization", wrong)
              .POST(BodyPublishers.ofString(RECORD.formatted(1)))
              .build();
      assertThat(answer(request)).as(wrong).startsWith("401 ");
    }
    HttpRequest none = HttpRequest.newBuilder(uri("/")).POST(BodyPublishers.noBody()).build();
    assertThat(answer(none)).startsWith("401 ");
    assertThat(lines()).isEmpty();
  }

  @Test
  void otherMethodsAreRefusedAndTwoPagesCanBeSeen() throws Exception {
    assertThat(get("/")).startsWith("405 ");
    assertThat(answer(request("/").method("DELETE", BodyPublishers.noBody()).build()))
        .startsWith("405 ");
    assertThat(answer(request("/x").method("HEAD", BodyPublishers.noBody()).build()))
        .startsWith("405");
    assertThat(get("/healthz")).isEqualTo("200 ok");
    post(RECORD.formatted(1));
    assertThat(get("/metrics"))
        .startsWith("200 ")
        .contains("\nbanwatch_receive_accepted_total 1\n");
  }

  @Test
  void continueIsSaidBeforeABodyIsSent() throws Exception {
    String body = RECORD.formatted(1);
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(head("Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n"));
      assertThat(http.firstLine()).isEqualTo("HTTP/1.1 100 Continue");
      assertThat(http.send(body).all()).contains("HTTP/1.1 200 OK").contains("\"accepted\":1");
    }
  }

  @Test
  void aBodyThatStopsComingIsGivenUpAndWhatWasWholeIsKept() throws Exception {
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(head("Content-Length: 100000\r\n")).send(RECORD.formatted(1) + "\n{\"half");
      assertThat(http.all()).startsWith("HTTP/1.1 408 ");
    }
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(1)).contains("\"rejected\":\"truncated\"");
  }

  @Test
  void aBodyThatTricklesIsGivenUp() throws Exception {
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(head("Transfer-Encoding: chunked\r\n"));
      Thread trickle = new Thread(() -> trickle(http));
      trickle.start();
      assertThat(http.all()).startsWith("HTTP/1.1 408 ");
      trickle.join();
    }
  }

  private static void trickle(RawHttp http) {
    try {
      while (true) {
        http.send("1\r\n \r\n");
        LockSupport.parkNanos(100_000_000);
      }
    } catch (IOException e) {
      return;
    }
  }

  @Test
  void aConnectionThatIsHalfClosedInABodyIsNotAcknowledged() throws Exception {
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(head("Content-Length: 100000\r\n")).send(RECORD.formatted(1) + "\n").halfClose();
      assertThat(http.all()).doesNotContain(" 200 ");
    }
    Awaited.until(() -> lines().size() == 2);
    assertThat(lines().get(0)).contains("\"key\":");
  }

  @Test
  void anEndlessBodyIsRefused() throws Exception {
    byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(ISO_8859_1);
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(head("Transfer-Encoding: chunked\r\n"));
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  http.send(chunk);
                }
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(receiver.counts().bodyBytes()).isLessThan(8 << 20);
  }

  @Test
  void headersThatAreTooLongAreRefused() throws Exception {
    try (RawHttp http = new RawHttp(receiver.port())) {
      http.send(head("X-Long: " + "x".repeat(20_000) + "\r\n"));
      assertThat(http.all()).startsWith("HTTP/1.1 431 ");
    }
  }

  @Test
  void aLogThatCannotBeWrittenIsSaidUntilItCanBe() throws Exception {
    Path aside = directory.resolve("aside");
    post(RECORD.formatted(1));
    Files.move(log, aside);
    HttpResponse<String> refused =
        client.send(posted(RECORD.formatted(2).getBytes(UTF_8)), BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(get("/healthz")).startsWith("503 the usage log cannot be written: ");
    Files.writeString(log, "a file in its place");
    assertThat(post(RECORD.formatted(2))).startsWith("503 ");
    Files.delete(log);
    Files.move(aside, log);
    assertThat(post(RECORD.formatted(2))).startsWith("200 ");
    assertThat(get("/healthz")).isEqualTo("200 ok");
    receiver.close();
    assertThat(lines()).hasSize(2);
  }

  @Test
  void nothingSecretRestsOnDisk() throws Exception {
    post(RECORD.formatted(1) + "\n{\"CANARY\":\"CANARY\"}\nCANARY\n[{\"call_type\":\"CANARY\"}]");
    post(
        "{\"banwatch\":1,\"rejected\":\"not-json\",\"detail\":\"sk-ant-CANARY0123456789\"}\n"
            + "{\"banwatch\":1,\"start_time\":\"2026-11-21T10:00:00.000Z\",\"end_time\":"
            + "\"2026-11-21T10:00:00.000Z\",\"key\":\"sk-CANARY0123456789\",\"vendor\":\"openai\","
            + "\"answer\":\"ok\",\"answered_by\":\"vendor\",\"user_agent.original\":"
            + "\"Bearer CANARY0123456789\",\"prompt\":\"CANARY\"}");
    receiver.close();
    assertThat(lines()).hasSize(6);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1)).doesNotContain("CANARY");
      }
    }
  }

  @Test
  void withoutATokenOnlyThisMachineMayPost() {
    assertThatThrownBy(() -> elsewhere("0.0.0.0", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("set BANWATCH_RECEIVE_TOKEN");
    assertThat(elsewhere("0.0.0.0", "token").toString()).doesNotContain("token");
    assertThat(elsewhere("::1", null).port()).isZero();
  }

  private ReceiverSettings elsewhere(String host, String token) {
    ReceiverSettings here = settings(TOKEN);
    return new ReceiverSettings(
        host, 0, log, here.usageLog(), here.decoder(), token, null, null, here.limits());
  }

  private String head(String more) {
    return "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
        + TOKEN
        + "\r\n"
        + more
        + "\r\n";
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + receiver.port() + path);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN);
  }

  private HttpRequest posted(byte[] body) {
    return request("/ingest").POST(BodyPublishers.ofByteArray(body)).build();
  }

  private HttpRequest gzipped(byte[] body) {
    return request("/ingest")
        .header("Content-Encoding", "gzip")
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private String post(String body) throws Exception {
    return answer(posted(body.getBytes(UTF_8)));
  }

  private String get(String path) throws Exception {
    return answer(HttpRequest.newBuilder(uri(path)).GET().build());
  }

  private String answer(HttpRequest request) throws Exception {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return (response.statusCode() + " " + response.body()).stripTrailing();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.sorted().toList()) {
        lines.addAll(StoredLines.of(file));
      }
    }
    return lines;
  }
}
