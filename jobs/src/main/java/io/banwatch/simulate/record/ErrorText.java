package io.banwatch.simulate.record;

import io.banwatch.simulate.traffic.Failure;
import io.banwatch.simulate.world.Account;
import io.banwatch.simulate.world.Model;
import io.banwatch.simulate.world.Vendor;

/**
 * How LiteLLM 1.106.2 logs a failure: codes, classes and texts as in its records (rate limit,
 * overload, disabled account, unknown model) and, for the others, as its {@code
 * litellm_core_utils/exception_mapping_utils.py} and {@code error_normalization.py} make them of
 * the vendors' documented answers.
 *
 * @param code {@code error_code}
 * @param type {@code error_class}
 * @param provider {@code llm_provider}
 * @param message {@code error_message} up to the vendor's request id
 * @param closing what follows the request id
 * @param withRequestId whether the vendor's request id stands in the message
 * @param answered whether the vendor answered, so that its headers are logged
 * @param category {@code error_rate_limit_category}, or null
 * @param normalized {@code normalized_error}
 */
record ErrorText(
    String code,
    String type,
    String provider,
    String message,
    String closing,
    boolean withRequestId,
    boolean answered,
    String category,
    String normalized) {

  /** A model that the gateway does not know, though clients ask for it. */
  static final String UNKNOWN_MODEL = "frontier-latest";

  private static final String VENDOR_LIMIT = "vendor_rate_limit";

  /** The text of a failure. */
  static ErrorText of(Failure failure, Account account, Model model) {
    if (failure == Failure.UNKNOWN_MODEL) {
      return gateway(account.vendor());
    }
    return account.vendor() == Vendor.ANTHROPIC
        ? anthropic(failure, model)
        : openai(failure, account, model);
  }

  private static ErrorText gateway(Vendor vendor) {
    String route = vendor == Vendor.OPENAI ? "/chat/completions" : vendor.route();
    String message =
        "400: {'error': '"
            + route
            + ": Invalid model name passed in model="
            + UNKNOWN_MODEL
            + ". Call `/v1/models` to view available models for your key.'}";
    return new ErrorText(
        "400",
        "ProxyModelNotFoundError",
        "",
        message,
        "",
        false,
        false,
        null,
        "400_INVALID_REQUEST");
  }

  private static ErrorText anthropic(Failure failure, Model model) {
    return switch (failure) {
      case RATE_LIMITED ->
          anthropic(
              "429",
              "RateLimitError",
              "Exception",
              "rate_limit_error",
              "This request would exceed your organization's rate limit of 4,000,000 input tokens"
                  + " per minute.",
              VENDOR_LIMIT,
              "429_RATE_LIMIT_EXCEEDED");
      case OVERLOADED ->
          anthropic(
              "500",
              "InternalServerError",
              "Error",
              "overloaded_error",
              "Overloaded",
              null,
              "503_PROVIDER_OVERLOADED");
      case SERVER_ERROR ->
          anthropic(
              "500",
              "InternalServerError",
              "Exception",
              "api_error",
              "Internal server error",
              null,
              "500_PROVIDER_INTERNAL_ERROR");
      case TIMEOUT ->
          timeout(
              "litellm-httpx-handler",
              "litellm.Timeout: Connection timed out. Timeout passed=600.0, time taken=600.004"
                  + " seconds");
      case INVALID_REQUEST ->
          anthropic(
              "400",
              "BadRequestError",
              "Exception",
              "invalid_request_error",
              "max_tokens: 200000 > 64000, which is the maximum allowed number of output tokens for "
                  + model.vendorName(),
              null,
              "400_INVALID_REQUEST");
      case AUTHENTICATION ->
          anthropic(
              "401",
              "AuthenticationError",
              "Exception",
              "authentication_error",
              "invalid x-api-key",
              null,
              "401_AUTHENTICATION_FAILED");
      case ACCOUNT_DISABLED ->
          anthropic(
              "400",
              "BadRequestError",
              "Exception",
              "invalid_request_error",
              "This organization has been disabled.",
              null,
              "400_INVALID_REQUEST");
      case UNKNOWN_MODEL -> gateway(Vendor.ANTHROPIC);
    };
  }

  private static ErrorText anthropic(
      String code,
      String type,
      String wrapper,
      String vendorType,
      String vendorMessage,
      String category,
      String normalized) {
    String message =
        "litellm."
            + type
            + ": Anthropic"
            + wrapper
            + " - {\"type\":\"error\",\"error\":{\"type\":\""
            + vendorType
            + "\",\"message\":\""
            + vendorMessage
            + "\"},\"request_id\":\"";
    boolean handled = vendorType.equals("api_error");
    String closing = "\"}" + (handled ? ". Handle with `litellm.InternalServerError`." : "");
    return new ErrorText(
        code, type, "anthropic", message, closing, true, true, category, normalized);
  }

  private static ErrorText openai(Failure failure, Account account, Model model) {
    return switch (failure) {
      case RATE_LIMITED ->
          openai(
              "429",
              "RateLimitError",
              "RateLimitError: ",
              "Rate limit reached for "
                  + model.vendorName()
                  + " in organization "
                  + account.organisation()
                  + " on tokens per min (TPM): Limit 4000000, Used 3992114, Requested 11870. Please"
                  + " try again in 59ms.",
              VENDOR_LIMIT,
              "429_RATE_LIMIT_EXCEEDED");
      case OVERLOADED ->
          openai(
              "503",
              "ServiceUnavailableError",
              "ServiceUnavailableError: ",
              "The model is currently overloaded. Please try again later.",
              null,
              "503_PROVIDER_OVERLOADED");
      case SERVER_ERROR ->
          openai(
              "500",
              "InternalServerError",
              "InternalServerError: ",
              "The server had an error while processing your request. Sorry about that!",
              null,
              "500_PROVIDER_INTERNAL_ERROR");
      case TIMEOUT ->
          timeout(
              "openai",
              "litellm.Timeout: APITimeoutError - Request timed out. Error_str: Request timed out.");
      case INVALID_REQUEST ->
          openai(
              "unsupported_parameter",
              "BadRequestError",
              "",
              "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                  + " 'max_completion_tokens' instead.",
              null,
              "400_INVALID_REQUEST");
      case AUTHENTICATION ->
          openai(
              "401",
              "AuthenticationError",
              "AuthenticationError: ",
              "Incorrect API key provided: ********************simu.",
              null,
              "401_AUTHENTICATION_FAILED");
      case ACCOUNT_DISABLED ->
          openai(
              "account_deactivated",
              "BadRequestError",
              "",
              "The OpenAI account associated with this API key has been deactivated.",
              null,
              "400_INVALID_REQUEST");
      case UNKNOWN_MODEL -> gateway(Vendor.OPENAI);
    };
  }

  private static ErrorText openai(
      String code,
      String type,
      String prefix,
      String vendorMessage,
      String category,
      String normalized) {
    String message = "litellm." + type + ": " + prefix + "OpenAIException - " + vendorMessage;
    return new ErrorText(code, type, "openai", message, "", false, true, category, normalized);
  }

  private static ErrorText timeout(String provider, String message) {
    return new ErrorText(
        "408", "Timeout", provider, message, "", false, false, null, "408_UPSTREAM_TIMEOUT");
  }
}
