package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Failure;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.world.ApiKey;
import io.banwatch.simulate.world.Vendor;

/** The field {@code metadata}: the key, its holder, the caller and the usage. */
final class Metadata {
  private static final String SPEND =
      ",\"user_api_key_spend\":0.0,\"user_api_key_max_budget\":null,"
          + "\"user_api_key_budget_reset_at\":null,\"user_api_key_user_spend\":null,"
          + "\"user_api_key_user_max_budget\":null,\"user_api_key_team_spend\":null,"
          + "\"user_api_key_team_max_budget\":null,\"user_api_key_team_id\":";
  private static final String ORGANISATION =
      ",\"user_api_key_org_id\":\"org-internal\",\"user_api_key_org_alias\":null,"
          + "\"user_api_key_project_id\":null,\"user_api_key_project_alias\":null,"
          + "\"user_api_key_user_id\":";
  private static final String AFTER_REQUESTER =
      ",\"prompt_management_metadata\":null,\"applied_guardrails\":[],"
          + "\"mcp_tool_call_metadata\":null,\"vector_store_request_metadata\":null,"
          + "\"routing_decision\":null,\"usage_object\":";
  private static final String AFTER_HEADERS =
      ",\"cold_storage_object_key\":null,\"user_api_key_auth_metadata\":{},\"team_alias\":null,"
          + "\"team_id\":null,\"used_client_oauth_token\":";

  void write(Request request, JsonBuffer json) {
    ApiKey key = request.key;
    json.raw(",\"metadata\":{\"user_api_key_hash\":").text(key.hash());
    json.raw(",\"user_api_key_alias\":").text(key.alias());
    json.raw(SPEND).text(key.team()).raw(ORGANISATION).text(request.user);
    json.raw(",\"user_api_key_team_alias\":").text(key.teamName());
    json.raw(",\"user_api_key_user_email\":");
    if (request.user == null) {
      json.raw("null");
    } else {
      json.raw("\"").escaped(request.user).raw("@example.com\"");
    }
    json.raw(",\"user_api_key_end_user_id\":null,\"user_api_key_request_route\":");
    json.text(key.vendor().route());
    json.raw(",\"spend_logs_metadata\":null,\"requester_ip_address\":");
    RecordFormat.address(request, json);
    json.raw(",\"user_agent\":").text(request.client.userAgent());
    requester(request, json);
    json.raw(AFTER_REQUESTER);
    Usage.write(request, json);
    json.raw(",\"requester_custom_headers\":{\"x-forwarded-for\":");
    RecordFormat.address(request, json);
    json.raw(request.client.marked() ? ",\"x-app\":\"cli\"}" : "}");
    json.raw(AFTER_HEADERS).flag(request.subscription != null).raw("}");
  }

  /** The gateway logs the client's headers on OpenAI's route only. */
  private static void requester(Request request, JsonBuffer json) {
    boolean logged = request.key.vendor() == Vendor.OPENAI;
    if (!logged) {
      json.raw(",\"requester_metadata\":null");
      return;
    }
    json.raw(",\"requester_metadata\":{\"headers\":{\"host\":\"llm.internal.example\",");
    json.raw("\"user-agent\":").text(request.client.userAgent());
    json.raw(",\"accept\":\"*/*\",\"x-forwarded-for\":");
    RecordFormat.address(request, json);
    long length = request.failure == Failure.UNKNOWN_MODEL ? 83 : 90 + 4 * request.promptTokens();
    json.raw(",\"content-type\":\"application/json\",\"content-length\":\"").number(length);
    json.raw("\"},\"used_client_oauth_token\":").flag(request.subscription != null).raw("}");
  }
}
