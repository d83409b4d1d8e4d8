package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Failure;
import io.banwatch.simulate.traffic.Request;
import io.banwatch.simulate.world.Vendor;

/**
 * A record without prompt, completion, e-mail address, traceback and what nobody reads, with error
 * texts cut short.
 */
final class SlimRecord extends RecordFormat {
  private static final int LONGEST_MESSAGE = 180;

  private final ErrorTexts errors = new ErrorTexts();
  private final Deployments deployments = new Deployments();
  private final MinuteUse limits;

  /**
   * Records without limits, or with them.
   *
   * @param limits null for none
   */
  SlimRecord(MinuteUse limits) {
    this.limits = limits;
  }

  @Override
  void describe(Request request, JsonBuffer json) {
    boolean failed = request.failure != null;
    boolean reached = request.failure != Failure.UNKNOWN_MODEL;
    boolean anthropic = request.key.vendor() == Vendor.ANTHROPIC;
    json.raw("{\"id\":\"");
    Ids.record(json, request);
    json.raw("\",\"call_type\":").raw(anthropic ? "\"anthropic_messages\"" : "\"acompletion\"");
    json.raw(",\"stream\":").raw(request.stream && !failed ? "true" : "null");
    json.raw(",\"status\":").raw(failed ? "\"failure\"" : "\"success\"");
    json.raw(",\"custom_llm_provider\":").text(reached ? request.key.vendor().word() : null);
    json.raw(",\"startTime\":").seconds(request.start);
    json.raw(",\"endTime\":").seconds(request.end);
    json.raw(",\"model\":");
    model(request, json);
    metadata(request, json);
    usage(request, json);
    json.raw(",\"requester_ip_address\":");
    address(request, json);
    json.raw(",\"user_agent\":").text(request.client.userAgent());
    json.raw(",\"hidden_params\":{\"additional_headers\":");
    headers(request, json);
    json.raw("},\"error_information\":");
    error(request, json);
    json.raw("}");
  }

  private static void metadata(Request request, JsonBuffer json) {
    json.raw(",\"metadata\":{\"user_api_key_hash\":").text(request.key.hash());
    json.raw(",\"user_api_key_alias\":").text(request.key.alias());
    json.raw(",\"user_api_key_team_id\":").text(request.key.team());
    json.raw(",\"user_api_key_user_id\":").text(request.user);
    if (request.failure == null) {
      json.raw(",\"usage_object\":{");
      caches(request, json);
      json.raw("}");
    }
    json.raw(",\"used_client_oauth_token\":").flag(request.subscription != null).raw("}");
  }

  private static void caches(Request request, JsonBuffer json) {
    if (request.key.vendor() == Vendor.OPENAI) {
      json.raw("\"prompt_tokens_details\":{\"cached_tokens\":").number(request.cacheRead).raw("}");
      return;
    }
    json.raw("\"cache_creation_input_tokens\":").number(request.cacheWrite);
    json.raw(",\"cache_read_input_tokens\":").number(request.cacheRead);
  }

  /** A failure used nothing, and its deployment matters only where no header names the account. */
  private void usage(Request request, JsonBuffer json) {
    if (request.failure == null) {
      json.raw(",\"response_cost\":").decimal(request.cost());
      json.raw(",\"prompt_tokens\":").number(request.promptTokens());
      json.raw(",\"completion_tokens\":").number(request.output);
    } else if (errors.of(request).answered()) {
      return;
    }
    boolean reached = request.failure != Failure.UNKNOWN_MODEL;
    json.raw(",\"model_id\":").text(reached ? deployments.of(request) : "");
  }

  private void headers(Request request, JsonBuffer json) {
    boolean anthropic = request.key.vendor() == Vendor.ANTHROPIC;
    boolean failed = request.failure != null;
    boolean limited = limits != null && !failed;
    if (limited) {
      limits.count(request);
    }
    boolean silent = failed ? !errors.of(request).answered() : request.stream && anthropic;
    if (silent) {
      json.raw("null");
      return;
    }
    json.raw("{");
    if (limited) {
      limits.write(request, json);
    }
    json.raw(failed ? "\"" : "\"llm_provider-");
    json.raw(anthropic ? "anthropic-organization-id\":" : "openai-organization\":");
    json.text(organisation(request)).raw("}");
  }

  private void error(Request request, JsonBuffer json) {
    if (request.failure == null) {
      json.raw("null");
      return;
    }
    ErrorText error = errors.of(request);
    json.raw("{\"error_code\":").text(error.code()).raw(",\"error_class\":").text(error.type());
    String message = error.message();
    json.raw(",\"error_message\":");
    json.text(message.substring(0, Math.min(LONGEST_MESSAGE, message.length())));
    json.raw("}");
  }
}
