package io.banwatch.gateway;

import io.banwatch.usage.LogRecord;
import io.banwatch.usage.Position;
import io.banwatch.usage.RateLimits;
import io.banwatch.usage.Tokens;
import java.io.IOException;

/**
 * Reads LiteLLM's StandardLoggingPayload, field by field in any order, into {@link LiteLlmFields}.
 * Field names as LiteLLM 1.81 and 1.106 log them. Prompts, completions, tracebacks and headers are
 * passed over.
 */
final class LiteLlmReader implements ObjectReader {
  /** What the classifier needs of an error's message: vendors' texts stand at its beginning. */
  private static final int LONGEST_ERROR = 4096;

  /** More than any that names a person, device and session, as those of vendors' own clients do. */
  private static final int LONGEST_END_USER = 1024;

  private static final String PREFIX = "llm_provider-";
  private static final String SUBSCRIPTION_LIMITS = "anthropic-ratelimit-unified-";

  private final LiteLlmFields found;
  private final LiteLlmTexts texts;

  LiteLlmReader(ForwardedFor forwardedFor, VendorAnswers classifier) {
    texts = new LiteLlmTexts(forwardedFor);
    found = new LiteLlmFields(classifier);
  }

  @Override
  public LogRecord read(JsonCursor json, Position position) throws IOException {
    found.reset();
    int start = json.start();
    for (String name = json.nextField(); name != null; name = json.nextField()) {
      readField(name, json);
    }
    if (found.hasNoIdentity()) {
      found.idHash = json.hashSince(start);
    }
    return found.toRecord(position);
  }

  private void readField(String name, JsonCursor json) throws IOException {
    switch (name) {
      case "id" -> found.idHash = json.hash();
      case "litellm_call_id" -> found.callIdHash = json.hash();
      case "call_type" -> {
        found.marks |= FormatMark.CALL_TYPE.bit();
        found.callKind = json.text(texts.callKinds);
      }
      case "status" -> found.status = json.text(texts.names);
      case "cache_hit" -> found.cacheHit = json.truth();
      case "custom_llm_provider" -> {
        found.providerLogged = true;
        found.provider = json.text(texts.names);
      }
      case "startTime" -> {
        found.marks |= FormatMark.START_TIME.bit();
        found.startMillis = json.time();
      }
      case "endTime" -> found.endMillis = json.time();
      case "model" -> found.model = json.text(texts.names);
      case "model_id" -> found.deployment = json.text(texts.names);
      case "api_base" -> {
        found.hostLogged = true;
        found.host = json.text(texts.hosts);
      }
      case "response_cost" -> found.costUsd = json.amount();
      case "prompt_tokens" -> found.promptTokens = json.count(Tokens.MOST);
      case "completion_tokens" -> found.completionTokens = json.count(Tokens.MOST);
      case "requester_ip_address" -> found.address = json.text(texts.addresses);
      case "user_agent" -> found.client = json.text(texts.names);
      case "end_user" -> found.endUser = json.passingText(LONGEST_END_USER);
      case "metadata" -> readMetadata(json);
      case "hidden_params" -> readHiddenParameters(json);
      case "response" -> readResponse(json);
      case "error_information" -> readError(json);
      case "error_str" -> found.errorString = json.passingText(LONGEST_ERROR);
      default -> {
        found.marks |= FormatMark.bitOf(name);
        json.skip();
      }
    }
  }

  private void readMetadata(JsonCursor json) throws IOException {
    if (!json.entersObject()) {
      json.skip();
      return;
    }
    found.marks |= FormatMark.METADATA.bit();
    for (String name = json.nextField(); name != null; name = json.nextField()) {
      switch (name) {
        case "user_api_key_hash" -> found.key = json.text(texts.keys);
        case "user_api_key_alias" -> found.keyAlias = json.text(texts.names);
        case "user_api_key_team_alias" -> found.teamAlias = json.text(texts.names);
        case "user_api_key_team_id" -> found.teamId = json.text(texts.names);
        case "user_api_key_user_id" -> found.user = json.text(texts.names);
        case "user_api_key_end_user_id" ->
            found.metadataEndUser = json.passingText(LONGEST_END_USER);
        case "used_client_oauth_token" -> found.subscriptionToken = json.truth();
        case "requester_ip_address" -> found.metadataAddress = json.text(texts.addresses);
        case "user_agent" -> found.metadataClient = json.text(texts.names);
        case "usage_object" -> readUsage(json);
        default -> json.skip();
      }
    }
  }

  private void readUsage(JsonCursor json) throws IOException {
    if (!json.entersObject()) {
      json.skip();
      return;
    }
    for (String name = json.nextField(); name != null; name = json.nextField()) {
      switch (name) {
        case "prompt_tokens" -> found.usagePromptTokens = json.count(Tokens.MOST);
        case "completion_tokens" -> found.usageCompletionTokens = json.count(Tokens.MOST);
        case "cache_read_input_tokens" -> found.cacheReadTokens = json.count(Tokens.MOST);
        case "cache_creation_input_tokens" -> found.cacheWriteTokens = json.count(Tokens.MOST);
        case "prompt_tokens_details" -> readPromptDetails(json);
        default -> json.skip();
      }
    }
  }

  private void readPromptDetails(JsonCursor json) throws IOException {
    if (!json.entersObject()) {
      json.skip();
      return;
    }
    for (String name = json.nextField(); name != null; name = json.nextField()) {
      switch (name) {
        case "cached_tokens" -> found.detailsReadTokens = json.count(Tokens.MOST);
        case "cache_creation_tokens" -> found.detailsCreationTokens = json.count(Tokens.MOST);
        case "cache_write_tokens" -> found.detailsWriteTokens = json.count(Tokens.MOST);
        default -> json.skip();
      }
    }
  }

  private void readHiddenParameters(JsonCursor json) throws IOException {
    found.marks |= FormatMark.HIDDEN_PARAMETERS.bit();
    if (!json.entersObject()) {
      json.skip();
      return;
    }
    for (String name = json.nextField(); name != null; name = json.nextField()) {
      switch (name) {
        case "model_id" -> found.hiddenDeployment = json.text(texts.names);
        case "additional_headers" -> readHeaders(json);
        default -> json.skip();
      }
    }
  }

  private void readHeaders(JsonCursor json) throws IOException {
    if (!json.entersObject()) {
      json.skip();
      return;
    }
    for (String name = json.nextField(); name != null; name = json.nextField()) {
      boolean prefixed = name.startsWith(PREFIX);
      found.vendorHeaders |= prefixed;
      switch (name) {
        case PREFIX + "anthropic-organization-id",
            PREFIX + "openai-organization",
            "anthropic-organization-id",
            "openai-organization" -> {
          found.vendorHeaders = true;
          found.organization = json.text(texts.names);
        }
        case "x_ratelimit_limit_requests" -> found.requestsAllowed = json.count(RateLimits.MOST);
        case "x_ratelimit_remaining_requests" ->
            found.requestsRemaining = json.count(RateLimits.MOST);
        case "x_ratelimit_limit_tokens" -> found.tokensAllowed = json.count(RateLimits.MOST);
        case "x_ratelimit_remaining_tokens" -> found.tokensRemaining = json.count(RateLimits.MOST);
        default -> {
          found.subscriptionHeaders |=
              name.startsWith(SUBSCRIPTION_LIMITS, prefixed ? PREFIX.length() : 0);
          json.skip();
        }
      }
    }
  }

  private void readResponse(JsonCursor json) throws IOException {
    if (!json.entersObject()) {
      json.skip();
      return;
    }
    for (String name = json.nextField(); name != null; name = json.nextField()) {
      if (name.equals("stop_reason")) {
        found.stopReason = json.text(texts.names);
      } else if (name.equals("choices") && json.entersArray()) {
        readChoices(json);
      } else {
        json.skip();
      }
    }
  }

  private void readChoices(JsonCursor json) throws IOException {
    while (json.nextElement()) {
      if (!json.entersObject()) {
        json.skip();
        continue;
      }
      for (String name = json.nextField(); name != null; name = json.nextField()) {
        if (name.equals("finish_reason")) {
          found.finishedBecause(json.text(texts.names));
        } else {
          json.skip();
        }
      }
    }
  }

  private void readError(JsonCursor json) throws IOException {
    if (!json.entersObject()) {
      json.skip();
      return;
    }
    for (String name = json.nextField(); name != null; name = json.nextField()) {
      switch (name) {
        case "error_code" -> found.errorCode = json.text(texts.names);
        case "error_class" -> found.errorClass = json.text(texts.names);
        case "error_message" -> found.errorMessage = json.passingText(LONGEST_ERROR);
        default -> json.skip();
      }
    }
  }
}
