package io.banwatch.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Takes every connection, says what it was told to, and no more. */
final class StalledServer implements AutoCloseable {
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * @param beginning of its answer to whatever it is asked
   */
  StalledServer(String beginning) throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread accepting = new Thread(() -> accept(beginning), "stalled server");
    accepting.setDaemon(true);
    accepting.start();
  }

  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  private void accept(String beginning) {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        open.add(client);
        client.getOutputStream().write(beginning.getBytes(UTF_8));
      } catch (IOException e) {
        // The next one, or the end.
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket each : open) {
      each.close();
    }
  }
}
