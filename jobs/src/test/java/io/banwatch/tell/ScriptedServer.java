package io.banwatch.tell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A web server on the loopback address that behaves as its path says. */
final class ScriptedServer implements AutoCloseable {
  /**
   * What came.
   *
   * @param id the header {@code webhook-id}, or null
   */
  record Request(String path, String id, String timestamp, String signature, String body) {}

  private static final int EVERY_THIRD = 3;
  private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(700);
  private static final byte[] BLOCK = new byte[1 << 14];

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Request> taken = new ConcurrentLinkedQueue<>();
  private final AtomicInteger stumbles = new AtomicInteger();
  private volatile String elsewhere = "http://localhost:1/";
  private volatile int status = 200;

  ScriptedServer() throws IOException {
    this(0);
  }

  ScriptedServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    Arrays.fill(BLOCK, (byte) 'x');
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What {@code /ok} and {@code /ok-too} answer from now on. */
  void answers(int code) {
    status = code;
  }

  void redirectsTo(String url) {
    elsewhere = url;
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Those that were answered with 200. */
  List<Request> taken() {
    return List.copyOf(taken);
  }

  List<String> ids() {
    return requests.stream().map(Request::id).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    Request request =
        new Request(
            path,
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            new String(body, StandardCharsets.UTF_8));
    requests.add(request);
    try (exchange) {
      behave(exchange, path);
      if (exchange.getResponseCode() == 200) {
        taken.add(request);
      }
    } catch (IOException e) {
      // Who sends without end is cut off by the other side.
    }
  }

  private void behave(HttpExchange exchange, String path) throws IOException {
    switch (path) {
      case "/silent" -> await();
      case "/reset" -> throw new IOException("closed without an answer");
      case "/slow-down" -> {
        exchange.getResponseHeaders().set("Retry-After", "7");
        reply(exchange, 429, "slow down");
      }
      case "/stumbling" ->
          reply(exchange, stumbles.incrementAndGet() % EVERY_THIRD == 0 ? 503 : 200, "so so");
      case "/late" -> {
        LockSupport.parkNanos(LATE_NANOS);
        reply(exchange, 200, "late");
      }
      case "/endless" -> endless(exchange, 400, false);
      case "/endless-ok" -> endless(exchange, 200, false);
      case "/drip" -> endless(exchange, 200, true);
      case "/moved" -> redirect(exchange, "/ok?moved=yes");
      case "/loop" -> redirect(exchange, "/loop");
      case "/elsewhere" -> redirect(exchange, elsewhere);
      case "/ok", "/ok-too" -> reply(exchange, status, "fine");
      case "/quoting/B0A1C2D3E4F5" -> {
        String header = exchange.getRequestHeaders().getFirst("authorization");
        reply(exchange, 404, "Cannot POST " + path + " with " + header);
      }
      default -> reply(exchange, Integer.parseInt(path.substring(1)), "status " + path);
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    reply(exchange, 307, "");
  }

  private static void reply(HttpExchange exchange, int code, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, code == 204 || bytes.length == 0 ? -1 : bytes.length);
    if (code != 204) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private void endless(HttpExchange exchange, int code, boolean drip) throws IOException {
    exchange.sendResponseHeaders(code, 0);
    OutputStream out = exchange.getResponseBody();
    if (drip) {
      out.write('x');
      out.flush();
      await();
    }
    while (ended.getCount() > 0) {
      out.write(BLOCK);
    }
  }

  private void await() {
    try {
      ended.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
