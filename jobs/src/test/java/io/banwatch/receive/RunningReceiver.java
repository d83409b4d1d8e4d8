package io.banwatch.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.banwatch.gateway.Decoders;
import io.banwatch.policy.UsageLogLimits;
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
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A receiver on a loopback port for each test, and what it takes to speak to it. */
abstract class RunningReceiver {
  static final String TOKEN = "correct horse";
  static final String RECORD =
      "{\"id\":\"r%d\",\"call_type\":\"acompletion\",\"status\":\"success\",\"startTime\":1763715600.5,"
          + "\"endTime\":1763715601.5,\"model\":\"gpt-4o\",\"custom_llm_provider\":\"openai\",\"messages\":\"CANARY"
          + " prompt\",\"response\":{\"text\":\"CANARY completion\"},\"error_str\":\"CANARY"
          + " error\",\"hidden_params\":{},\"metadata\":{\"user_api_key_alias\":\"Bearer"
          + " CANARY0123456789\"}}";

  @TempDir Path directory;

  final HttpClient client = HttpClient.newHttpClient();
  private final List<String> messages = new ArrayList<>();
  Path log;
  Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    log = directory.resolve("log");
    receiver = Receiver.startAlone(settings(TOKEN), messages::add);
  }

  @AfterEach
  void stop() throws IOException {
    receiver.close();
  }

  ReceiverSettings settings(String token) {
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

  String head(String more) {
    return "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
        + TOKEN
        + "\r\n"
        + more
        + "\r\n";
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + receiver.port() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN);
  }

  HttpRequest posted(byte[] body) {
    return request("/ingest").POST(BodyPublishers.ofByteArray(body)).build();
  }

  HttpRequest gzipped(byte[] body) {
    return request("/ingest")
        .header("Content-Encoding", "gzip")
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  String post(String body) throws Exception {
    return answer(posted(body.getBytes(UTF_8)));
  }

  String get(String path) throws Exception {
    return answer(HttpRequest.newBuilder(uri(path)).GET().build());
  }

  String answer(HttpRequest request) throws Exception {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return (response.statusCode() + " " + response.body()).stripTrailing();
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.sorted().toList()) {
        lines.addAll(StoredLines.of(file));
      }
    }
    return lines;
  }
}
