package io.banwatch.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.banwatch.usage.Reason;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReceiverTest extends RunningReceiver {
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
}
