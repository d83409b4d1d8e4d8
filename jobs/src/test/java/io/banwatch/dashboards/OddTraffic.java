package io.banwatch.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the demo week lacks: names that hurt queries, and values that nobody understands. */
final class OddTraffic {
  static final String ACCOUNT = "7 org/a.b \"c\" (d)|e";
  static final String TEAM = "r&d / search.v2";
  static final String ALIAS = "night 1/2 v1.0 it's \"x\"";

  private static final String HASH = "ab".repeat(32);
  private static final int REQUESTS = 50;

  private OddTraffic() {}

  static String key() {
    return ALIAS + "#" + HASH.substring(0, 8);
  }

  /**
   * Writes a log of its own.
   *
   * @param from the first request's time; one follows each minute
   */
  static void write(Path file, Instant from) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      double start = from.getEpochSecond() + 60.0 * i;
      lines.add(Json.MAPPER.writeValueAsString(record(i, start, "acompletion")));
    }
    lines.add(
        Json.MAPPER.writeValueAsString(
            record(REQUESTS, (double) from.getEpochSecond(), "afile_list")));
    lines.add("this is no JSON");
    lines.add("{\"hello\":1}");
    Files.write(file, lines);
  }

  private static Object record(int number, double start, String callType) {
    return Json.object(
        "id",
        "odd-" + number,
        "call_type",
        callType,
        "status",
        "success",
        "custom_llm_provider",
        "openai",
        "startTime",
        start,
        "endTime",
        start + 1.5,
        "model",
        "openai/gpt-5-mini",
        "metadata",
        Json.object(
            "user_api_key_hash", HASH,
            "user_api_key_alias", ALIAS,
            "user_api_key_team_id", TEAM,
            "usage_object", Json.object()),
        "response_cost",
        0.001,
        "prompt_tokens",
        900,
        "completion_tokens",
        100,
        "requester_ip_address",
        "81.249.169.1, 10.1.0.4",
        "hidden_params",
        Json.object(
            "additional_headers",
            Json.object(
                "x_ratelimit_limit_requests",
                4000,
                "x_ratelimit_limit_tokens",
                100000,
                "x_ratelimit_remaining_requests",
                3999 - number,
                "x_ratelimit_remaining_tokens",
                90000 - 1000 * number,
                "llm_provider-openai-organization",
                ACCOUNT)));
  }
}
