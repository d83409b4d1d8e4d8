package io.banwatch.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.banwatch.simulate.world.Hashes;
import java.math.BigDecimal;

/**
 * One record of LiteLLM 1.106 as a callback leaves it that redacts: no prompt, no completion, no
 * traceback, nothing that nobody reads.
 */
final class GatewayRecord {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GatewayRecord() {}

  static String answered(String id, Caller caller, long start, Use use) {
    ObjectNode json = beginning((caller.anthropic() ? "msg_01" : "chatcmpl-") + id, caller, start);
    json.put("endTime", seconds(start + use.millis()));
    json.put("stream", use.stream() ? Boolean.TRUE : null);
    json.put("status", "success");
    json.put("prompt_tokens", use.prompt());
    json.put("completion_tokens", use.output());
    ObjectNode usage = metadata(json, caller).putObject("usage_object");
    if (caller.anthropic()) {
      usage.put("cache_creation_input_tokens", use.cacheWrite());
      usage.put("cache_read_input_tokens", use.cacheRead());
    } else {
      usage.putObject("prompt_tokens_details").put("cached_tokens", use.cacheRead());
    }
    upstream(json, caller);
    boolean silent = caller.anthropic() && use.stream();
    json.putObject("hidden_params")
        .set("additional_headers", silent ? nothing() : organisation("llm_provider-", caller));
    json.putNull("error_information");
    return json.toString();
  }

  static String refused(String id, Caller caller, long start, Refusal refusal) {
    ObjectNode json = beginning(id, caller, start);
    json.put("endTime", seconds(start + refusal.millis()));
    json.putNull("stream");
    json.put("status", "failure");
    json.put("prompt_tokens", 0);
    json.put("completion_tokens", 0);
    metadata(json, caller).putNull("usage_object");
    if (refusal.byVendor()) {
      upstream(json, caller);
    } else {
      json.putNull("custom_llm_provider");
      json.put("model_id", "");
      json.put("api_base", "");
    }
    json.putObject("hidden_params")
        .set("additional_headers", refusal.byVendor() ? organisation("", caller) : nothing());
    json.putObject("error_information")
        .put("error_code", refusal.code())
        .put("error_class", refusal.type())
        .put("error_message", refusal.message());
    return json.toString();
  }

  private static ObjectNode beginning(String id, Caller caller, long start) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("call_type", caller.anthropic() ? "anthropic_messages" : "acompletion")
        .put("model", caller.vendor() + "/" + caller.model())
        .put("startTime", seconds(start));
  }

  private static ObjectNode metadata(ObjectNode json, Caller caller) {
    return json.put("requester_ip_address", caller.address())
        .put("user_agent", caller.client())
        .putObject("metadata")
        .put("user_api_key_hash", caller.hash())
        .put("user_api_key_alias", caller.alias())
        .put("user_api_key_team_id", caller.team())
        .put("user_api_key_user_id", caller.user())
        .put("used_client_oauth_token", caller.subscription());
  }

  private static void upstream(ObjectNode json, Caller caller) {
    json.put("custom_llm_provider", caller.vendor());
    json.put("model_id", Hashes.sha256(caller.model() + " of the company's credential"));
    json.put(
        "api_base",
        caller.anthropic() ? "https://api.anthropic.com/v1/messages" : "https://api.openai.com/v1");
  }

  private static JsonNode organisation(String prefix, Caller caller) {
    String name = caller.anthropic() ? "anthropic-organization-id" : "openai-organization";
    return JSON.createObjectNode().put(prefix + name, caller.account());
  }

  private static JsonNode nothing() {
    return JsonNodeFactory.instance.nullNode();
  }

  private static BigDecimal seconds(long millis) {
    return BigDecimal.valueOf(millis, 3);
  }
}
