package io.banwatch.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * InfluxDB 1.8.10 in a container, where Docker works.
 *
 * @param id the container's
 * @param url its address
 */
record InfluxContainer(String id, String url) {
  private static final String IMAGE = "influxdb:1.8.10";
  private static final long START_SECONDS = 60;
  private static final long LOOK_MILLIS = 100;
  private static final long DOCKER_SECONDS = 300;

  /** Starts one; empty where Docker does not work. */
  static Optional<InfluxContainer> start() throws InterruptedException {
    Optional<String> id = docker("run", "--rm", "-d", "-p", "127.0.0.1::8086", IMAGE);
    Optional<String> port = id.flatMap(InfluxContainer::port);
    if (port.isEmpty()) {
      return Optional.empty();
    }
    InfluxContainer container = new InfluxContainer(id.get(), "http://" + port.get());
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!container.isReady()) {
      if (System.nanoTime() > until) {
        container.close();
        return Optional.empty();
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return Optional.of(container);
  }

  private static Optional<String> port(String id) {
    return docker("port", id, "8086/tcp").flatMap(text -> text.lines().findFirst());
  }

  private boolean isReady() throws InterruptedException {
    try {
      HttpRequest health = HttpRequest.newBuilder(URI.create(url + "/health")).build();
      return HttpClient.newHttpClient()
              .send(health, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  void close() {
    docker("stop", id);
  }

  private static Optional<String> docker(String... arguments) {
    try {
      List<String> command = new ArrayList<>(List.of("docker"));
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String text = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      boolean done = process.waitFor(DOCKER_SECONDS, TimeUnit.SECONDS);
      return done && process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
