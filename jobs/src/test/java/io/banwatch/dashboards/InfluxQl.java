package io.banwatch.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Asks InfluxDB as Grafana's data source is provisioned to: by POST, in milliseconds. */
final class InfluxQl {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;
  private final String database;
  private final String token;

  /**
   * A database.
   *
   * @param token the password of Basic authentication, empty for none
   */
  InfluxQl(URI server, String database, String token) {
    this.server = server;
    this.database = database;
    this.token = token;
  }

  /**
   * The only element of {@code results}.
   *
   * @throws IllegalStateException when InfluxDB does not understand the query
   */
  JsonNode ask(String query) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve("/query"))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "db=%s&epoch=ms&q=%s".formatted(encoded(database), encoded(query))));
    if (!token.isEmpty()) {
      byte[] login = ("banwatch:" + token).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    JsonNode answer = Json.MAPPER.readTree(response.body());
    JsonNode result = answer.path("results").path(0);
    if (response.statusCode() != 200 || answer.has("error") || result.has("error")) {
      throw new IllegalStateException(query + " was answered with " + response.body());
    }
    return result;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
