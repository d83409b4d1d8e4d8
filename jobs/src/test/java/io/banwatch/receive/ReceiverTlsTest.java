package io.banwatch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.banwatch.gateway.Decoders;
import io.banwatch.policy.UsageLogLimits;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiverTlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path directory;

  @Test
  void aCertificateAndItsKeyMakeItSpeakTls() throws Exception {
    KeyStore store = newKeyStore();
    Path certificate =
        pem("cert.pem", "CERTIFICATE", store.getCertificate("receiver").getEncoded());
    Path key = pem("key.pem", "PRIVATE KEY", store.getKey("receiver", PASSWORD).getEncoded());
    ReceiverSettings settings =
        new ReceiverSettings(
            "127.0.0.1",
            0,
            directory.resolve("log"),
            new UsageLogLimits(64, 60, 30, 10),
            Decoders.settings(null, List.of(), 0),
            null,
            certificate,
            key,
            ReceiverLimits.defaults());
    try (Receiver receiver = Receiver.startAlone(settings, message -> {})) {
      HttpClient client = HttpClient.newBuilder().sslContext(trusting(store)).build();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("https://localhost:" + receiver.port() + "/"))
              .POST(BodyPublishers.ofString(""))
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  private KeyStore newKeyStore() throws Exception {
    Path file = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private Path pem(String name, String kind, byte[] bytes) throws Exception {
    String text =
        "-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getMimeEncoder().encodeToString(bytes)
            + "\n-----END "
            + kind
            + "-----\n";
    return Files.writeString(directory.resolve(name), text);
  }

  private static SSLContext trusting(KeyStore store) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("receiver", store.getCertificate("receiver"));
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
