package io.banwatch.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Answers writes as it was told, for what a real server cannot be brought to. */
final class ScriptedInflux implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ConcurrentLinkedQueue<String> stored = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Integer> requests = new ConcurrentLinkedQueue<>();
  private volatile int status = 204;
  private volatile String message = "";
  private volatile String retryAfter;
  private volatile int mostLines = Integer.MAX_VALUE;

  ScriptedInflux() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/v2/write", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void answers(int newStatus, String newMessage, String newRetryAfter) {
    message = newMessage;
    retryAfter = newRetryAfter;
    status = newStatus;
  }

  /** Answers 413 to more lines than these. */
  void takesAtMost(int lines) {
    mostLines = lines;
  }

  List<String> stored() {
    return new ArrayList<>(stored);
  }

  /** How many lines each request had. */
  List<Integer> requests() {
    return new ArrayList<>(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = new GZIPInputStream(exchange.getRequestBody()).readAllBytes();
      List<String> lines = new String(body, UTF_8).lines().toList();
      requests.add(lines.size());
      if (lines.size() > mostLines) {
        exchange.sendResponseHeaders(413, -1);
        return;
      }
      if (status < 300) {
        stored.addAll(lines);
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      if (retryAfter != null) {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
      }
      byte[] json = ("{\"message\":\"" + message + "\"}").getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, json.length);
      exchange.getResponseBody().write(json);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
