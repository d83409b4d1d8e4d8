package io.banwatch.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A connection on which a test may say anything. */
final class RawHttp implements AutoCloseable {
  private static final int SHORTEST_WAIT_MILLIS = 20;
  private static final int LONGEST_WAIT_MILLIS = 30_000;

  private final Socket socket;

  RawHttp(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(LONGEST_WAIT_MILLIS);
    socket.setTcpNoDelay(true);
  }

  RawHttp send(String text) throws IOException {
    return send(text.getBytes(ISO_8859_1));
  }

  RawHttp send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Sends no more, and still listens. */
  RawHttp halfClose() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /** What comes until the other side closes. */
  String all() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[4096];
    try {
      for (int number = in.read(buffer); number >= 0; number = in.read(buffer)) {
        all.write(buffer, 0, number);
      }
    } catch (SocketException e) {
      // Reset by the other side, which refused to read what was still coming.
      return all.toString(ISO_8859_1);
    }
    return all.toString(ISO_8859_1);
  }

  /** The first line of what comes, without waiting for more. */
  String firstLine() throws IOException {
    StringBuilder line = new StringBuilder();
    InputStream in = socket.getInputStream();
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      line.append((char) read);
    }
    return line.toString().strip();
  }

  /** Whether the other side has closed; nothing else may be coming. */
  boolean isClosed() throws IOException {
    socket.setSoTimeout(SHORTEST_WAIT_MILLIS);
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    } finally {
      socket.setSoTimeout(LONGEST_WAIT_MILLIS);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
