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
public final class ScriptedInflux implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ConcurrentLinkedQueue<String> stored = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Integer> requests = new ConcurrentLinkedQueue<>();
  private volatile int status = 204;
  private volatile String message = "";
  private volatile String retryAfter;
  private volatile String page;
  private volatile int mostLines = Integer.MAX_VALUE;

  /** Begins to listen on a loopback port; takes everything. */
  public ScriptedInflux() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/v2/write", this::answer);
    server.createContext("/", this::answerPage);
    server.start();
  }

  /** Its address, without a database. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * From now on answers this to every write.
   *
   * @param newRetryAfter the header's text, or null
   */
  public void answers(int newStatus, String newMessage, String newRetryAfter) {
    message = newMessage;
    retryAfter = newRetryAfter;
    status = newStatus;
  }

  /** From now on is no InfluxDB: answers this page of HTML to everything. */
  void answersPage(int newStatus, String newPage) {
    page = newPage;
    status = newStatus;
  }

  /** Answers 413 to more lines than these. */
  public void takesAtMost(int lines) {
    mostLines = lines;
  }

  /** The lines that were taken. */
  public List<String> stored() {
    return new ArrayList<>(stored);
  }

  /** How many lines each request had. */
  List<Integer> requests() {
    return new ArrayList<>(requests);
  }

  private void answerPage(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      if (status / 100 == 3) {
        exchange.getResponseHeaders().set("Location", "https://login.example/");
      }
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      byte[] html = (page == null ? "no such page" : page).getBytes(UTF_8);
      exchange.sendResponseHeaders(page == null ? 404 : status, html.length);
      exchange.getResponseBody().write(html);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (page != null) {
      answerPage(exchange);
      return;
    }
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
