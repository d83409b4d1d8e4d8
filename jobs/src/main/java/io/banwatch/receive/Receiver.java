package io.banwatch.receive;

import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.pem.util.PemUtils;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Receives records by HTTP/1.1 and makes them durable in a usage log before it acknowledges them.
 * Jetty's core serves: it streams bodies, bounds headers, idle time and connections, needs no
 * servlets, and runs on Java 17.
 */
public final class Receiver implements Closeable {
  /** Jetty's own: accepting, selecting, and one in reserve for health while all others work. */
  private static final int OTHER_THREADS = 4;

  private static final int FEWEST_DECODERS = 2;
  private static final long STOP_MILLIS = 30_000;

  private final UsageLog log;
  private final Server server;
  private final ServerConnector connector;
  private final Counters counters;

  private Receiver(UsageLog log, Server server, ServerConnector connector, Counters counters) {
    this.log = log;
    this.server = server;
    this.connector = connector;
    this.counters = counters;
  }

  /**
   * Opens the log, and listens.
   *
   * @param health asked for each GET of {@code /healthz}; the log's own fault is added
   * @param metrics Prometheus text for {@code /metrics}; the receiver's own is added
   * @param messages is told, in a line each, what goes wrong in the background
   * @throws LockedLogException when another process writes to the log
   * @throws IOException when the log cannot be written, the address is taken, or the certificate
   *     cannot be used
   */
  public static Receiver start(
      ReceiverSettings settings,
      Supplier<Health> health,
      Supplier<String> metrics,
      Consumer<String> messages)
      throws IOException {
    SslContextFactory.Server tls = settings.certificate() == null ? null : tls(settings);
    UsageLog log =
        UsageLog.open(settings.log(), settings.usageLog(), InstantSource.system(), messages);
    Counters counters = new Counters();
    Server server = new Server(threads(settings.limits()));
    RestingConnections resting =
        new RestingConnections(
            settings.limits().idle(), settings.limits().resting(), System::nanoTime);
    ServerConnector connector = connector(server, settings, tls);
    connector.addBean(resting);
    int decoders = Math.max(FEWEST_DECODERS, Runtime.getRuntime().availableProcessors());
    IngestHandler handler =
        new IngestHandler(
            settings,
            log,
            new DecoderPool(settings.decoder(), decoders),
            counters,
            () -> withLog(health.get(), log),
            () -> ReceiverMetrics.of(counters.with(log)) + metrics.get());
    server.setHandler(new GracefulHandler(resting.around(handler)));
    server.setStopTimeout(STOP_MILLIS);
    try {
      server.start();
    } catch (Exception e) {
      log.close();
      throw new IOException(
          "cannot listen on " + settings.host() + ":" + settings.port() + ": " + messageOf(e), e);
    }
    resting.watch(connector.getScheduler());
    return new Receiver(log, server, connector, counters);
  }

  /** As {@link #start}, and nothing else runs beside it. */
  public static Receiver startAlone(ReceiverSettings settings, Consumer<String> messages)
      throws IOException {
    return start(settings, () -> Health.GOOD, () -> "", messages);
  }

  private static Health withLog(Health others, UsageLog log) {
    String fault = log.fault();
    if (fault == null) {
      return others;
    }
    List<String> reasons = new ArrayList<>(others.reasons());
    reasons.add("the usage log cannot be written: " + fault);
    return new Health(false, reasons);
  }

  private static QueuedThreadPool threads(ReceiverLimits limits) {
    QueuedThreadPool threads = new QueuedThreadPool(limits.requests() + OTHER_THREADS);
    threads.setName("receive");
    threads.setReservedThreads(0);
    threads.setDaemon(true);
    return threads;
  }

  private static ServerConnector connector(
      Server server, ReceiverSettings settings, SslContextFactory.Server tls) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(settings.limits().headerBytes());
    // Paths mean nothing here, so none is refused.
    http.setUriCompliance(UriCompliance.UNSAFE);
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    ServerConnector connector =
        tls == null
            ? new ServerConnector(server, 1, 1, plain)
            : new ServerConnector(
                server, 1, 1, new SslConnectionFactory(tls, plain.getProtocol()), plain);
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.limits().idle().toMillis());
    server.addConnector(connector);
    connector.addBean(new NetworkConnectionLimit(settings.limits().connections(), connector));
    return connector;
  }

  private static SslContextFactory.Server tls(ReceiverSettings settings) throws IOException {
    try {
      SSLFactory factory =
          SSLFactory.builder()
              .withIdentityMaterial(
                  PemUtils.loadIdentityMaterial(settings.certificate(), settings.key()))
              .build();
      SslContextFactory.Server tls = new SslContextFactory.Server();
      tls.setSslContext(factory.getSslContext());
      return tls;
    } catch (RuntimeException e) {
      throw new IOException(
          "the certificate "
              + settings.certificate()
              + " and the key "
              + settings.key()
              + " cannot be used, two PEM files that belong together are expected: "
              + messageOf(e),
          e);
    }
  }

  private static String messageOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** What it has counted since it started. */
  public ReceiverCounts counts() {
    return counters.with(log);
  }

  /** Takes no more, finishes what is in flight, and closes the open segment. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("cannot stop listening: " + messageOf(e), e);
    } finally {
      log.close();
    }
  }
}
