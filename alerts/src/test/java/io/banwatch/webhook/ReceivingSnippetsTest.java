package io.banwatch.webhook;

import static io.banwatch.webhook.Examples.FIRING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.banwatch.policy.ReceiverFormat;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The receivers of {@code docs/webhooks} take what is sent, and nothing else. */
class ReceivingSnippetsTest {
  private static final Path SNIPPETS = Path.of("..", "docs", "webhooks");
  private static final String OTHER = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  @Test
  void pythonTakesWhatIsSent() throws IOException, InterruptedException {
    takesWhatIsSent("python3", "receive.py");
  }

  @Test
  void nodeTakesWhatIsSent() throws IOException, InterruptedException {
    takesWhatIsSent("node", "receive.mjs");
  }

  @Test
  void javaTakesWhatIsSent() throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    takesWhatIsSent(java.toString(), "Receive.java");
  }

  private static void takesWhatIsSent(String program, String snippet)
      throws IOException, InterruptedException {
    assumeTrue(present(program), program + " is not here: " + snippet + " was not tried");
    ProcessBuilder builder = new ProcessBuilder(program, SNIPPETS.resolve(snippet).toString(), "0");
    builder.environment().put("BANWATCH_WEBHOOK_SECRET", Examples.SECRET);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader said = process.inputReader(UTF_8)) {
      String ready = said.readLine();
      assertThat(ready).startsWith("listening on port ");
      int port = Integer.parseInt(ready.substring(ready.lastIndexOf(' ') + 1));
      long now = process.info().startInstant().orElseThrow().toEpochMilli();

      assertThat(post(port, sent(now, Examples.SECRET))).isEqualTo(204);
      assertThat(said.readLine()).startsWith("alert.firing 0123456789abcdef01234567-1");
      assertThat(post(port, sent(now + 1_000, OTHER, Examples.SECRET))).isEqualTo(204);
      assertThat(said.readLine()).isEqualTo("repeat 0123456789abcdef01234567-1");

      assertThat(post(port, sent(now, OTHER))).as("another secret").isEqualTo(401);
      assertThat(post(port, sent(now - 400_000, Examples.SECRET))).as("old").isEqualTo(401);
      assertThat(post(port, sent(now + 4_000_000, Examples.SECRET))).as("ahead").isEqualTo(401);
      Message sound = sent(now, Examples.SECRET);
      Message changed =
          new Message(sound.id(), sound.headers(), sound.contentType(), sound.body() + " ");
      assertThat(post(port, changed)).as("another body").isEqualTo(401);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Message sent(long now, String... secrets) {
    Notifier notifier =
        Notifier.of(
            Examples.receiver(ReceiverFormat.STANDARD, false),
            Examples.telling(""),
            List.of(secrets));
    return (Message) notifier.outgoing(Notice.of(FIRING), now);
  }

  private static int post(int port, Message message) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/banwatch"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("content-type", message.contentType())
            .POST(HttpRequest.BodyPublishers.ofByteArray(message.bytes()));
    message.headers().forEach(request::header);
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static boolean present(String program) {
    if (program.contains(File.separator)) {
      return true;
    }
    String path = System.getenv("PATH");
    return path != null
        && List.of(path.split(File.pathSeparator)).stream()
            .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
