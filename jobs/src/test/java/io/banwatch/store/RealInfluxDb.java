package io.banwatch.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real InfluxDB for tests, one for all of them: that of {@code BANWATCH_TEST_INFLUXDB_URL} (with
 * {@code BANWATCH_INFLUX_TOKEN} and {@code BANWATCH_INFLUX_ORG} where it wants them), else {@code
 * influxd} from the PATH or where {@code go install} puts it, else Docker. Where there is none, a
 * test fails when {@code CI} is set, and is skipped with words on standard error otherwise.
 *
 * <pre>
 * &#64;RegisterExtension static final RealInfluxDb INFLUX = new RealInfluxDb();
 * </pre>
 */
public final class RealInfluxDb implements BeforeAllCallback {
  private static final String URL = "BANWATCH_TEST_INFLUXDB_URL";
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RealInfluxDb.class);

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Shared shared;

  @Override
  public void beforeAll(ExtensionContext context) {
    shared =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent("server", unused -> Shared.find(), Shared.class);
    if (shared.url() == null) {
      String words =
          "no InfluxDB: set "
              + URL
              + ", or CGO_ENABLED=0 go install github.com/influxdata/influxdb/cmd/influxd@v1.8.10";
      System.err.println("SKIPPED: " + words);
      Assumptions.assumeFalse(System.getenv("CI") == null, words);
      throw new AssertionError(words);
    }
  }

  /** The server's address without a database, for example {@code http://127.0.0.1:8086}. */
  public String url() {
    return shared.url();
  }

  /** Whether it is of line 2: databases are buckets then, and it wants a token. */
  public boolean isSecond() {
    return shared.second();
  }

  /** What a command's environment needs to write there. */
  public Map<String, String> environment() {
    return shared.token() == null
        ? Map.of()
        : Map.of("BANWATCH_INFLUX_TOKEN", shared.token(), "BANWATCH_INFLUX_ORG", shared.org());
  }

  /** Makes a database, or a bucket, that nobody else uses, and returns its name. */
  public String freshDatabase() throws IOException, InterruptedException {
    String name = freshName();
    make(name);
    return name;
  }

  /** A name that nobody else uses. */
  public static String freshName() {
    return "test_" + UUID.randomUUID().toString().replace("-", "");
  }

  /** Makes a database, or a bucket, of a name. */
  public void make(String name) throws IOException, InterruptedException {
    if (!isSecond()) {
      query("", "CREATE DATABASE \"" + name + "\"");
      return;
    }
    JsonNode orgs = JSON.readTree(send(request("/api/v2/orgs?org=" + encoded(shared.org())).GET()));
    String bucket =
        JSON.createObjectNode()
            .put("orgID", orgs.at("/orgs/0/id").asText())
            .put("name", name)
            .toString();
    send(request("/api/v2/buckets").POST(HttpRequest.BodyPublishers.ofString(bucket, UTF_8)));
  }

  /** Writes line protocol, times in milliseconds. */
  public void write(String database, String lines) throws IOException, InterruptedException {
    String org = shared.org() == null ? "" : "&org=" + encoded(shared.org());
    send(
        request("/api/v2/write?precision=ms&bucket=" + encoded(database) + org)
            .POST(HttpRequest.BodyPublishers.ofString(lines, UTF_8)));
  }

  /**
   * The answer to InfluxQL as {@code /query} gives it, times in milliseconds: {@code
   * results[].series[].{name, tags, columns, values}}.
   */
  public JsonNode query(String database, String influxQl) throws IOException, InterruptedException {
    String form = "epoch=ms&db=" + encoded(database) + "&q=" + encoded(influxQl);
    return JSON.readTree(
        send(
            request("/query")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form, UTF_8))));
  }

  /** The rows of all series of the first result; a cell is found by its column's name. */
  public List<Map<String, JsonNode>> rows(String database, String influxQl)
      throws IOException, InterruptedException {
    JsonNode answer = query(database, influxQl).at("/results/0");
    if (answer.has("error")) {
      throw new AssertionError(answer.get("error").asText() + ": " + influxQl);
    }
    List<Map<String, JsonNode>> rows = new ArrayList<>();
    for (JsonNode series : answer.path("series")) {
      for (JsonNode values : series.path("values")) {
        Map<String, JsonNode> row = new LinkedHashMap<>();
        series.path("tags").properties().forEach(tag -> row.put(tag.getKey(), tag.getValue()));
        for (int i = 0; i < values.size(); i++) {
          row.put(series.at("/columns/" + i).asText(), values.get(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
    return shared.token() == null
        ? request
        : request.header("Authorization", "Token " + shared.token());
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** A program {@code influxd}, for a test that needs a server of its own. */
  public static Optional<Path> program() {
    String home = System.getProperty("user.home");
    Stream<String> path = Stream.of(System.getenv("PATH").split(File.pathSeparator));
    Stream<String> go =
        Stream.of(
            Optional.ofNullable(System.getenv("GOBIN")).orElse(home + "/go/bin"),
            home + "/go/bin",
            home + "/.local/bin");
    return Stream.concat(path, go)
        .map(directory -> Path.of(directory, "influxd"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The server of all tests; closed with the last of them. */
  private record Shared(String url, boolean second, String token, String org, AutoCloseable process)
      implements AutoCloseable {
    static Shared find() {
      try {
        String url = System.getenv(URL);
        return url == null ? started() : given(url);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      } catch (Exception e) {
        throw new AssertionError("InfluxDB does not start: " + e.getMessage(), e);
      }
    }

    private static Shared given(String url) throws IOException, InterruptedException {
      HttpRequest setup = HttpRequest.newBuilder(URI.create(url + "/api/v2/setup")).build();
      boolean second = HTTP.send(setup, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
      return new Shared(
          url,
          second,
          System.getenv("BANWATCH_INFLUX_TOKEN"),
          System.getenv("BANWATCH_INFLUX_ORG"),
          () -> {});
    }

    private static Shared started() throws Exception {
      Optional<Path> program = program();
      if (program.isEmpty()) {
        Optional<InfluxContainer> container = InfluxContainer.start();
        return new Shared(
            container.map(InfluxContainer::url).orElse(null),
            false,
            null,
            null,
            () -> container.ifPresent(InfluxContainer::close));
      }
      Path directory = Files.createTempDirectory("influxdb");
      InfluxServer server = InfluxServer.start(program.get(), directory);
      return new Shared(
          server.url(),
          server.isSecond(),
          server.isSecond() ? InfluxServer.TOKEN : null,
          server.isSecond() ? InfluxServer.ORG : null,
          () -> {
            server.close();
            try (Stream<Path> files = Files.walk(directory)) {
              files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
          });
    }

    @Override
    public void close() throws Exception {
      process.close();
    }
  }
}
