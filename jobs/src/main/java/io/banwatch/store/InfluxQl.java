package io.banwatch.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banwatch.alert.PlainText;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** InfluxQL, which every InfluxDB speaks. */
final class InfluxQl {
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int LONGEST_WORDS = 300;
  private static final int OK = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final InfluxAddress address;
  private final String token;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECTING).build();

  /**
   * @param environment for the token
   */
  InfluxQl(InfluxAddress address, Map<String, String> environment) {
    this.address = address;
    this.token = environment.getOrDefault(InfluxAddress.TOKEN, "");
  }

  /** Whether the server is of line 2, which is asked for its setup, where 1.x has no such page. */
  boolean isSecond() throws StoreException {
    return send(request("/api/v2/setup").GET()).statusCode() == OK;
  }

  /**
   * The rows of a statement's answer.
   *
   * @throws StoreException when it is refused, with the server's words
   */
  List<JsonNode> rows(String statement) throws StoreException {
    String form =
        "db="
            + URLEncoder.encode(address.database(), UTF_8)
            + "&q="
            + URLEncoder.encode(statement, UTF_8);
    HttpResponse<String> answer =
        send(
            request("/query")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form, UTF_8)));
    JsonNode json = json(answer);
    String error = json.path("error").asText(json.at("/results/0/error").asText(""));
    if (answer.statusCode() != OK || !error.isEmpty()) {
      throw refused(answer.statusCode(), error);
    }
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode series : json.at("/results/0/series")) {
      series.path("values").forEach(rows::add);
    }
    return rows;
  }

  private StoreException refused(int status, String error) {
    return new StoreException(
        "InfluxDB at "
            + address.server()
            + " refuses ("
            + status
            + " "
            + PlainText.of(error, LONGEST_WORDS)
            + "). May the token in "
            + InfluxAddress.TOKEN
            + " make databases, retention and queries?");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.server() + path)).timeout(LONGEST);
    return token.isEmpty() ? request : request.header("Authorization", "Token " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws StoreException {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new StoreException(
          "InfluxDB at " + address.server() + " does not answer: " + e + ". Does it run there?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted");
    }
  }
}
