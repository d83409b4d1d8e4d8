package io.banwatch.tell;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server (RFC 5321) on the loopback address that answers as a test wants it, and speaks
 * STARTTLS (RFC 3207) where it has a certificate.
 */
final class ScriptedMailServer implements AutoCloseable {
  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SSLContext tls;
  private final Map<String, String> replies;
  private final ConcurrentLinkedQueue<String> mails = new ConcurrentLinkedQueue<>();

  /**
   * @param tls null for a server without STARTTLS
   * @param replies what it answers to lines that begin like this, in upper case; {@code "."} is the
   *     end of a mail, {@code ""} the greeting; else that all is well; {@code ""} stands for
   *     silence
   */
  ScriptedMailServer(SSLContext tls, Map<String, String> replies) throws IOException {
    this.tls = tls;
    this.replies = replies;
    listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Those that were taken: {@code plain} or {@code encrypted}, and the addresses. */
  List<String> mails() {
    return List.copyOf(mails);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      if (talk(socket, true)) {
        SSLSocket safe =
            (SSLSocket)
                tls.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        safe.setUseClientMode(false);
        talk(safe, false);
      }
    } catch (IOException e) {
      // The other side went away, as one does that trusts nobody.
    }
  }

  /** Returns whether the other side wants to go on encrypted. */
  private boolean talk(Socket socket, boolean plain) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    if (plain) {
      say(socket, reply("", "220 ready"));
    }
    StringBuilder to = new StringBuilder(plain ? "plain" : "encrypted");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String command = line.toUpperCase(Locale.ROOT);
      if (command.startsWith("EHLO")) {
        say(socket, plain && tls != null ? "250-localhost\r\n250 STARTTLS" : "250 localhost");
      } else if (command.equals("STARTTLS")) {
        say(socket, "220 go on");
        return true;
      } else if (command.equals("DATA")) {
        say(socket, "354 go on");
        skipMail(lines);
        String reply = reply(".", "250 taken");
        if (reply.startsWith("250")) {
          mails.add(to.toString());
        }
        say(socket, reply);
      } else {
        String reply = reply(command, "250 fine");
        if (command.startsWith("MAIL")) {
          to.setLength(plain ? "plain".length() : "encrypted".length());
        }
        if (command.startsWith("RCPT") && reply.startsWith("250")) {
          to.append(' ').append(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
        }
        say(socket, reply);
      }
    }
    return false;
  }

  private static void skipMail(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.equals(".")) {
      line = lines.readLine();
    }
  }

  private String reply(String command, String usual) {
    for (Map.Entry<String, String> each : replies.entrySet()) {
      boolean whole = each.getKey().isEmpty() || each.getKey().equals(".");
      if (whole ? command.equals(each.getKey()) : command.startsWith(each.getKey())) {
        return each.getValue();
      }
    }
    return usual;
  }

  private static void say(Socket socket, String line) throws IOException {
    if (line.isEmpty()) {
      return;
    }
    socket.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
