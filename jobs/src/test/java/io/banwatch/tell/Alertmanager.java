package io.banwatch.tell;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Prometheus Alertmanager on a loopback port. */
final class Alertmanager implements AutoCloseable {
  private static final long START_SECONDS = 60;
  private static final long LOOK_MILLIS = 100;

  private final Process process;
  private final String url;
  private final HttpClient client = HttpClient.newHttpClient();

  private Alertmanager(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it. Where there is none, the test fails when {@code CI} is set, and is skipped with
   * words on standard error otherwise.
   */
  static Alertmanager start(Path directory) throws Exception {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      String words = "no Alertmanager on the PATH: apt-get install prometheus-alertmanager";
      System.err.println("SKIPPED: " + words);
      Assumptions.assumeFalse(System.getenv("CI") == null, words);
      throw new AssertionError(words);
    }
    Path configuration =
        Files.writeString(
            directory.resolve("alertmanager.yml"),
            "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                program.get().toString(),
                "--config.file=" + configuration,
                "--storage.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("alertmanager.log").toFile())
            .start();
    Alertmanager started = new Alertmanager(process, "http://127.0.0.1:" + port);
    started.awaitReady(directory);
    return started;
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            directory ->
                Stream.of("prometheus-alertmanager", "alertmanager")
                    .map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private void awaitReady(Path directory) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!isReady()) {
      if (System.nanoTime() > until || process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        close();
        throw new AssertionError(Files.readString(directory.resolve("alertmanager.log")));
      }
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  String url() {
    return url;
  }

  /** The alerts that fire, as its API tells them. */
  List<JsonNode> alerts() throws IOException, InterruptedException {
    JsonNode tree = JsonMapper.builder().build().readTree(get("/api/v2/alerts").body());
    return Stream.iterate(0, i -> i < tree.size(), i -> i + 1).map(tree::get).toList();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
