package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Request;

/** The fields {@code error_str} and {@code error_information}. */
final class ErrorInformation {
  private static final String NONE =
      ",\"error_str\":null,\"error_information\":{\"error_code\":\"\",\"error_class\":\"\","
          + "\"llm_provider\":\"\",\"traceback\":\"\",\"error_message\":\"\","
          + "\"error_provider_request_id\":null,\"error_rate_limit_category\":null,"
          + "\"error_rate_limit_type\":null,\"error_budget_entity_type\":null,"
          + "\"error_budget_entity_id\":null,\"error_budget_limit\":null,"
          + "\"error_budget_spend\":null,\"normalized_error\":null}";

  private final ErrorTexts errors;

  ErrorInformation(ErrorTexts errors) {
    this.errors = errors;
  }

  void write(Request request, JsonBuffer json) {
    if (request.failure == null) {
      json.raw(NONE);
      return;
    }
    ErrorText error = errors.of(request);
    boolean reached = !error.provider().isEmpty();
    json.raw(",\"error_str\":\"");
    ErrorTexts.message(json, error, request);
    json.raw("\",\"error_information\":{\"error_code\":").text(error.code());
    json.raw(",\"error_class\":").text(error.type());
    json.raw(",\"llm_provider\":").text(error.provider());
    json.raw(",\"traceback\":").text(reached ? Placeholder.TRACEBACK : "");
    json.raw(",\"error_message\":\"");
    ErrorTexts.message(json, error, request);
    json.raw("\",\"error_provider_request_id\":");
    if (error.answered()) {
      json.raw("\"");
      Ids.vendorRequest(json, request);
      json.raw("\"");
    } else {
      json.raw("null");
    }
    json.raw(",\"error_rate_limit_category\":").text(error.category());
    json.raw(",\"error_rate_limit_type\":null,\"error_budget_entity_type\":null,");
    json.raw("\"error_budget_entity_id\":null,\"error_budget_limit\":null,");
    json.raw("\"error_budget_spend\":null,\"normalized_error\":").text(error.normalized());
    json.raw("}");
  }
}
