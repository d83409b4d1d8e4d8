package io.banwatch.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real InfluxDB on a loopback port, of line 1 or 2, which may be stopped and started again. */
final class InfluxServer implements AutoCloseable {
  static final String ORG = "banwatch";
  static final String TOKEN = "a-token-for-tests";

  /** What opens an InfluxDB 1.x that wants passwords. */
  static final String PASSWORD = "me:a-password";

  private static final long START_SECONDS = 120;
  private static final long LOOK_MILLIS = 50;
  private static final long STOP_SECONDS = 30;

  private final List<String> command;
  private final Path directory;
  private final String url;
  private final boolean second;
  private Process process;

  private InfluxServer(List<String> command, Path directory, String url, boolean second) {
    this.command = command;
    this.directory = directory;
    this.url = url;
    this.second = second;
  }

  /**
   * Starts a program and makes it ready.
   *
   * @param program {@code influxd} of line 1 or 2
   * @param directory empty; what it stores goes there
   */
  static InfluxServer start(Path program, Path directory) throws Exception {
    Files.createDirectories(directory);
    int port = freePort();
    boolean second = isSecond(program);
    InfluxServer server =
        new InfluxServer(
            second ? second(program, directory, port) : first(program, directory, port),
            directory,
            "http://127.0.0.1:" + port,
            second);
    server.start();
    if (second) {
      server.setUp();
    }
    return server;
  }

  /**
   * Starts an InfluxDB 1.x that wants a password and has a database {@code banwatch}.
   *
   * @param program {@code influxd} of line 1
   */
  static InfluxServer startWithPasswords(Path program, Path directory) throws Exception {
    Files.createDirectories(directory);
    int port = freePort();
    List<String> command = first(program, directory, port);
    Files.writeString(
        directory.resolve("influxdb.conf"), "auth-enabled = true\n", StandardOpenOption.APPEND);
    InfluxServer server = new InfluxServer(command, directory, "http://127.0.0.1:" + port, false);
    server.start();
    server.ask("CREATE USER me WITH PASSWORD 'a-password' WITH ALL PRIVILEGES");
    server.ask("CREATE DATABASE banwatch");
    return server;
  }

  private void ask(String influxQl) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(
                    URI.create(url + "/query?q=" + URLEncoder.encode(influxQl, UTF_8)))
                .header("Authorization", "Token " + PASSWORD)
                .POST(HttpRequest.BodyPublishers.noBody()));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
  }

  private static boolean isSecond(Path program) throws IOException, InterruptedException {
    Process help =
        new ProcessBuilder(program.toString(), "--help").redirectErrorStream(true).start();
    String text = new String(help.getInputStream().readAllBytes(), UTF_8);
    help.waitFor();
    return text.contains("bolt-path");
  }

  private static List<String> first(Path program, Path directory, int port) throws IOException {
    Path configuration = directory.resolve("influxdb.conf");
    Files.writeString(
        configuration,
        String.format(
            "reporting-disabled = true%nbind-address = \"127.0.0.1:%d\"%n"
                + "[meta]%ndir = \"%3$s/meta\"%n"
                + "[data]%ndir = \"%3$s/data\"%nwal-dir = \"%3$s/wal\"%n"
                + "query-log-enabled = false%n"
                + "[http]%nbind-address = \"127.0.0.1:%2$d\"%nlog-enabled = false%n",
            freePort(), port, directory));
    return List.of(program.toString(), "-config", configuration.toString());
  }

  private static List<String> second(Path program, Path directory, int port) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.add("--bolt-path=" + directory.resolve("influxd.bolt"));
    command.add("--engine-path=" + directory.resolve("engine"));
    command.add("--sqlite-path=" + directory.resolve("influxd.sqlite"));
    command.add("--http-bind-address=127.0.0.1:" + port);
    command.add("--reporting-disabled");
    command.add("--log-level=error");
    return command;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Starts it again on the same port with what it has stored. */
  void start() throws Exception {
    Path log = directory.resolve("influxd.log");
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!isReady()) {
      if (System.nanoTime() > until || process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        close();
        throw new AssertionError("InfluxDB does not start:\n" + Files.readString(log));
      }
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(URI.create(url + "/health"))).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private void setUp() throws IOException, InterruptedException {
    String body =
        String.format(
            "{\"username\":\"admin\",\"password\":\"long-enough\",\"org\":\"%s\","
                + "\"bucket\":\"first\",\"token\":\"%s\"}",
            ORG, TOKEN);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(url + "/api/v2/setup"))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.body());
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  /** Its address, without a database. */
  String url() {
    return url;
  }

  /** Whether it is of line 2. */
  boolean isSecond() {
    return second;
  }

  /** Where it stores what it stores. */
  Path directory() {
    return directory;
  }

  /** Stops it; {@link #start()} starts it again. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
