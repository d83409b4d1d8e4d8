package io.banwatch.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A loopback port before a server, which may be cut, go silent, or break what passes. */
final class Wire implements AutoCloseable {
  /** How it behaves. */
  enum State {
    /** Everything passes. */
    WHOLE,
    /** Whoever comes is turned away, and whoever is there. */
    CUT,
    /** Whoever comes waits. */
    SILENT,
    /** A request passes, its answer does not. */
    WITHOUT_ANSWER
  }

  private static final int BLOCK = 1 << 14;

  private final ServerSocket door;
  private final URI server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile State state = State.WHOLE;

  /**
   * @param server what is behind it
   */
  Wire(String server) throws IOException {
    this.server = URI.create(server);
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Its own address. */
  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  void becomes(State next) throws IOException {
    state = next;
    // A connection that is kept open would not notice.
    for (Socket each : open) {
      each.close();
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        open.add(client);
        if (state == State.CUT) {
          client.setSoLinger(true, 0);
          client.close();
        } else if (state != State.SILENT) {
          connect(client);
        }
      } catch (IOException e) {
        // The next one, or the end.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket behind = new Socket(server.getHost(), server.getPort());
    open.add(behind);
    threads.execute(() -> pass(client, behind, false));
    threads.execute(() -> pass(behind, client, true));
  }

  private void pass(Socket from, Socket to, boolean answers) {
    byte[] block = new byte[BLOCK];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int number = in.read(block); number >= 0; number = in.read(block)) {
        if (answers && state == State.WITHOUT_ANSWER) {
          to.setSoLinger(true, 0);
          return;
        }
        out.write(block, 0, number);
      }
    } catch (IOException e) {
      // Cut.
    } finally {
      open.remove(from);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    becomes(State.CUT);
    threads.shutdownNow();
  }
}
