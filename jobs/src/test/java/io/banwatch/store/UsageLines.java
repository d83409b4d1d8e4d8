package io.banwatch.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Writes a usage log as LiteLLM does: requests, and now and then one that is alarming. */
final class UsageLines {
  private final Path file;
  private int written;

  UsageLines(Path file) throws IOException {
    this.file = file;
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  /** Appends so many requests, spread over so many keys. */
  void append(int count, int keys) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int number = written++;
      lines.append(record("r" + number, "k" + number % keys, "python-httpx/0.28", false));
    }
    write(lines.toString());
  }

  /** Appends a request of a new key that is told of at once: a subscription, a foreign client. */
  void appendAlarming(String key) throws IOException {
    write(record("mark-" + key, key, "some-other-agent/1.0", true));
  }

  private void write(String lines) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
      out.write(lines.getBytes(UTF_8));
    }
  }

  private static String record(String id, String key, String agent, boolean token) {
    long now = System.currentTimeMillis();
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"call_type\":\"anthropic_messages\",\"model\":\"anthropic/claude-sonnet-4-5\","
            + "\"startTime\":%.3f,\"endTime\":%.3f,\"status\":\"success\",\"prompt_tokens\":900,"
            + "\"completion_tokens\":80,\"custom_llm_provider\":\"anthropic\",\"model_id\":\"m1\","
            + "\"api_base\":\"https://api.anthropic.com/v1/messages\",\"requester_ip_address\":"
            + "\"10.0.0.7\",\"user_agent\":\"%s\",\"metadata\":{\"user_api_key_hash\":\"%s\","
            + "\"user_api_key_alias\":\"%s\",\"used_client_oauth_token\":%s},\"hidden_params\":"
            + "{\"additional_headers\":{\"llm_provider-anthropic-organization-id\":\"acme\"}}}%n",
        id,
        (now - 800) / 1e3,
        now / 1e3,
        agent,
        key,
        key,
        token);
  }
}
