package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Failure;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.world.Vendor;

/**
 * The whole record, with the fields, types and order of LiteLLM 1.106.2. Prompts, completions and
 * tracebacks are placeholders with a marker text.
 */
final class FullRecord extends RecordFormat {
  private static final String NULLS_BEFORE_TOKENS =
      ",\"autorouter_savings\":null,\"autorouter_savings_estimate\":null,"
          + "\"autorouter_baseline_observation\":null";
  private static final String END =
      ",\"response_cost_failure_debug_info\":null,\"zero_cost_diagnostic\":null,"
          + "\"guardrail_information\":null,\"standard_built_in_tools_params\":"
          + "{\"web_search_options\":null,\"file_search\":null}}";

  private final ErrorTexts errors = new ErrorTexts();
  private final Deployments deployments = new Deployments();
  private final Metadata metadata = new Metadata();
  private final Headers headers = new Headers();
  private final ErrorInformation errorInformation = new ErrorInformation(errors);

  @Override
  void describe(Request request, JsonBuffer json) {
    boolean failed = request.failure != null;
    head(request, json);
    metadata.write(request, json);
    json.raw(",\"cache_key\":null,\"response_cost\":").decimal(failed ? 0 : request.cost());
    Cost.write(request, json);
    json.raw(NULLS_BEFORE_TOKENS);
    json.raw(",\"total_tokens\":").number(failed ? 0 : request.promptTokens() + request.output);
    json.raw(",\"prompt_tokens\":").number(failed ? 0 : request.promptTokens());
    json.raw(",\"completion_tokens\":").number(failed ? 0 : request.output);
    tagsToMessages(request, json);
    Response.write(request, json);
    hiddenParameters(request, json);
    json.raw(",\"model_map_information\":{\"model_map_key\":");
    if (request.failure == Failure.UNKNOWN_MODEL) {
      json.raw("\"\"");
    } else {
      model(request, json);
    }
    json.raw(",\"model_map_value\":null}");
    errorInformation.write(request, json);
    json.raw(END);
  }

  private static void head(Request request, JsonBuffer json) {
    boolean failed = request.failure != null;
    boolean streamed = request.stream && !failed;
    boolean reached = request.failure != Failure.UNKNOWN_MODEL;
    boolean anthropic = request.key.vendor() == Vendor.ANTHROPIC;
    json.raw("{\"id\":\"");
    Ids.record(json, request);
    json.raw("\",\"litellm_call_id\":\"");
    Ids.call(json, request);
    json.raw("\",\"trace_id\":\"").uuid(request.trace, request.trace * 31);
    json.raw("\",\"session_id\":\"\",\"call_type\":");
    json.raw(anthropic ? "\"anthropic_messages\"" : "\"acompletion\"");
    json.raw(",\"cache_hit\":").raw(failed || streamed ? "false" : "null");
    json.raw(",\"stream\":").raw(streamed ? "true" : "null");
    String status = failed ? "\"failure\"" : "\"success\"";
    json.raw(",\"status\":").raw(status);
    json.raw(",\"status_fields\":{\"llm_api_status\":").raw(status);
    json.raw(",\"guardrail_status\":\"not_run\"},\"custom_llm_provider\":");
    json.text(reached ? request.key.vendor().word() : null);
    json.raw(",\"saved_cache_cost\":0.0,\"startTime\":").seconds(request.start);
    json.raw(",\"endTime\":").seconds(request.end);
    json.raw(",\"completionStartTime\":").seconds(request.firstToken);
    json.raw(",\"response_time\":").seconds(request.firstToken - request.start);
    json.raw(",\"model\":");
    model(request, json);
  }

  private void tagsToMessages(Request request, JsonBuffer json) {
    boolean reached = request.failure != Failure.UNKNOWN_MODEL;
    json.raw(",\"request_tags\":[\"User-Agent: ").escaped(request.client.product());
    json.raw("\",\"User-Agent: ").escaped(request.client.userAgent());
    json.raw("\"],\"request_model_access_groups\":[],\"end_user\":null,\"api_base\":");
    json.text(reached ? request.key.vendor().base() : "");
    json.raw(",\"model_group\":").text(reached ? request.model.group() : "");
    json.raw(",\"model_id\":").text(reached ? deployments.of(request) : "");
    json.raw(",\"requester_ip_address\":");
    address(request, json);
    json.raw(",\"user_agent\":").text(request.client.userAgent());
    json.raw(",\"messages\":[{\"role\":\"user\",\"content\":");
    json.text(Placeholder.prompt(request)).raw("}]");
  }

  private void hiddenParameters(Request request, JsonBuffer json) {
    boolean answered = request.failure == null;
    boolean openai = answered && request.key.vendor() == Vendor.OPENAI;
    boolean whole = answered && !request.stream;
    json.raw(",\"hidden_params\":{\"model_id\":");
    json.text(openai ? deployments.of(request) : null);
    json.raw(",\"cache_key\":null,\"api_base\":");
    json.text(openai ? request.key.vendor().base() : null);
    json.raw(",\"response_cost\":").decimal(answered ? request.cost() : 0);
    json.raw(",\"additional_headers\":");
    headers.write(request, answered ? null : errors.of(request), json);
    json.raw(",\"litellm_overhead_time_ms\":");
    if (whole) {
      json.decimal(4 + (request.idLow & 0xFFFF) / 4096.0);
    } else {
      json.raw("null");
    }
    json.raw(",\"batch_models\":null,\"batch_successful_requests\":null,");
    json.raw("\"batch_failed_requests\":null,\"litellm_model_name\":");
    if (openai && whole) {
      model(request, json);
    } else {
      json.raw("null");
    }
    json.raw(",\"usage_object\":null}");
  }
}
