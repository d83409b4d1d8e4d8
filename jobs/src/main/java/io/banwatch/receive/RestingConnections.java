package io.banwatch.receive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The connections on which no request is worked on: new ones, those whose next request still comes,
 * and those that are only kept open. A request's headers must have come whole within some time
 * after the connection was opened or the last answer was given, however they trickle; and of too
 * many connections that rest, the one that rests longest is closed, so that they keep nobody out.
 */
final class RestingConnections implements Connection.Listener {
  private static final int LOOKS_PER_PATIENCE = 5;

  private final long patienceNanos;
  private final int most;
  private final LongSupplier nanos;

  /** Since when each rests; the one that rests longest first. */
  private final Map<Connection, Long> since = new LinkedHashMap<>();

  /**
   * @param patience how long one may rest
   * @param most how many may rest at the same time
   * @param nanos a clock, in nanoseconds
   */
  RestingConnections(Duration patience, int most, LongSupplier nanos) {
    this.patienceNanos = patience.toNanos();
    this.most = most;
    this.nanos = nanos;
  }

  @Override
  public void onOpened(Connection connection) {
    // TLS is a connection as well, below the one that carries requests.
    if (!(connection instanceof SslConnection)) {
      rest(connection);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    wake(connection);
  }

  /** The handler, with each request noted from the end of its headers to that of its answer. */
  Handler around(Handler handler) {
    return new Handler.Wrapper(handler) {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        wake(connection);
        Request.addCompletionListener(request, failure -> rest(connection));
        return super.handle(request, response, callback);
      }
    };
  }

  private synchronized void wake(Connection connection) {
    since.remove(connection);
  }

  private void rest(Connection connection) {
    if (!connection.getEndPoint().isOpen()) {
      return;
    }
    Connection longest = null;
    synchronized (this) {
      since.put(connection, nanos.getAsLong());
      if (since.size() > most) {
        longest = since.keySet().iterator().next();
        since.remove(longest);
      }
    }
    if (longest != null) {
      longest.getEndPoint().close();
    }
  }

  /** Closes those that have rested for too long, again and again while the server runs. */
  void watch(Scheduler scheduler) {
    scheduler.schedule(
        () -> {
          try {
            takeLate().forEach(each -> each.getEndPoint().close());
          } finally {
            watch(scheduler);
          }
        },
        Math.max(1, patienceNanos / LOOKS_PER_PATIENCE),
        TimeUnit.NANOSECONDS);
  }

  private synchronized List<Connection> takeLate() {
    long now = nanos.getAsLong();
    List<Connection> late = new ArrayList<>();
    for (Map.Entry<Connection, Long> each : since.entrySet()) {
      if (now - each.getValue() <= patienceNanos) {
        break;
      }
      late.add(each.getKey());
    }
    late.forEach(since::remove);
    return late;
  }
}
