import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives Banwatch's standard webhooks: checks the signature, knows repeats. Java 17, nothing else.
 *
 * <pre>BANWATCH_WEBHOOK_SECRET=whsec_... java Receive.java 8080</pre>
 */
public class Receive {
  private static final long TOLERANCE_SECONDS = 300;
  private static final int LARGEST_BODY = 1 << 20;

  /** Whether the body, exactly as received, was signed with the secret, and not long ago. */
  static boolean verify(String secret, Headers headers, byte[] body, long nowSeconds)
      throws GeneralSecurityException {
    String id = headers.getFirst("webhook-id");
    String timestamp = headers.getFirst("webhook-timestamp");
    String signatures = headers.getFirst("webhook-signature");
    if (id == null || signatures == null || timestamp == null || !timestamp.matches("[0-9]{1,12}")) {
      return false;
    }
    if (Math.abs(nowSeconds - Long.parseLong(timestamp)) > TOLERANCE_SECONDS) {
      return false;
    }
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    byte[] expected =
        ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)))
            .getBytes(StandardCharsets.UTF_8);
    boolean fits = false;
    // While a secret is being replaced there are several signatures: one that fits is enough.
    for (String signature : signatures.split(" ")) {
      fits |= MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8), expected);
    }
    return fits;
  }

  public static void main(String[] arguments) throws IOException {
    String secret = System.getenv("BANWATCH_WEBHOOK_SECRET");
    Set<String> seen = new HashSet<>(); // yours: a table with a unique column
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int port = Integer.parseInt(arguments[0]);
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            long now = System.currentTimeMillis() / 1000;
            int status = 204;
            if (body.length > LARGEST_BODY) {
              status = 413;
            } else if (!verify(secret, exchange.getRequestHeaders(), body, now)) {
              status = 401;
            } else {
              String id = exchange.getRequestHeaders().getFirst("webhook-id");
              // The body is JSON; read it with your library.
              String json = new String(body, StandardCharsets.UTF_8);
              System.out.println(
                  seen.add(id) ? json.split("\"", 5)[3] + " " + id : "repeat " + id);
            }
            exchange.sendResponseHeaders(status, -1);
          } catch (GeneralSecurityException e) {
            throw new IOException(e);
          }
        });
    server.start();
    System.out.println("listening on port " + server.getAddress().getPort());
  }
}
