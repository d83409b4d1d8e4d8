package io.banwatch.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.banwatch.alert.PlainText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** InfluxQL, which every InfluxDB speaks. */
final class InfluxQl {
  private static final int LONGEST_WORDS = 300;
  private static final int OK = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final InfluxAddress address;
  private final String token;
  private final OkHttpClient http;

  /**
   * @param environment for the token
   * @param longest how long an answer may take
   */
  InfluxQl(InfluxAddress address, Map<String, String> environment, Duration longest) {
    this.address = address;
    this.token = environment.getOrDefault(InfluxAddress.TOKEN, "");
    this.http = InfluxClient.http(longest).build();
  }

  /** Which line the server is of; 2.x is asked for its setup, where 1.x has no such page. */
  ServerLine line() throws StoreException {
    try {
      Answer answer = send(request("/api/v2/setup"));
      JsonNode allowed = json(answer).path("allowed");
      if (answer.status() != OK || !allowed.isBoolean()) {
        return ServerLine.FIRST;
      }
      return allowed.asBoolean() ? ServerLine.SECOND_NOT_SET_UP : ServerLine.SECOND;
    } catch (ForeignAnswer e) {
      // What it is shows where it is asked for something that every InfluxDB has.
      return ServerLine.FIRST;
    } catch (IOException e) {
      throw SetupFailure.of(e, address);
    }
  }

  /**
   * The rows of a statement's answer.
   *
   * @throws StoreException when it is refused, with the server's words, or there is no answer
   */
  List<JsonNode> rows(String statement) throws StoreException {
    FormBody form =
        new FormBody.Builder().add("db", address.database()).add("q", statement).build();
    Answer answer;
    try {
      answer = send(request("/query").post(form));
    } catch (IOException e) {
      throw SetupFailure.of(e, address);
    }
    JsonNode json = json(answer);
    String error = json.path("error").asText(json.at("/results/0/error").asText(""));
    if (answer.status() != OK || !error.isEmpty()) {
      throw SetupFailure.of(answer.status(), PlainText.of(error, LONGEST_WORDS), address);
    }
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode series : json.at("/results/0/series")) {
      series.path("values").forEach(rows::add);
    }
    return rows;
  }

  private static JsonNode json(Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  private Request.Builder request(String path) {
    Request.Builder request = new Request.Builder().url(address.server() + path);
    return token.isEmpty() ? request : request.header("Authorization", "Token " + token);
  }

  private Answer send(Request.Builder request) throws IOException {
    try (Response response = http.newCall(request.build()).execute()) {
      return new Answer(response.code(), response.body().string());
    }
  }

  private record Answer(int status, String body) {}
}
