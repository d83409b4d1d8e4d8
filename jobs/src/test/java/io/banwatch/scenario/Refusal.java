package io.banwatch.scenario;

/**
 * How a request failed, as LiteLLM 1.106 logs it.
 *
 * @param code {@code error_code}: an HTTP status, or the vendor's own code
 * @param type {@code error_class}
 * @param message {@code error_message}
 * @param byVendor whether the vendor answered; else the gateway refused by itself
 */
record Refusal(String code, String type, String message, boolean byVendor) {
  private static final long MILLIS = 180;

  /** The ban, which comes as an ordinary bad request. */
  static final Refusal DISABLED =
      anthropic(
          "400",
          "BadRequestError",
          "invalid_request_error",
          "This organization has been disabled.");

  /** An ordinary bad request whose text quotes what a user wrote. */
  static final Refusal QUOTES_A_BAN =
      anthropic(
          "400",
          "BadRequestError",
          "invalid_request_error",
          "messages.0.content: unexpected value 'Why do I get: This organization has been disabled.'");

  static final Refusal INVALID_KEY =
      anthropic("401", "AuthenticationError", "authentication_error", "invalid x-api-key");

  /** As LiteLLM rewrites OpenAI's 401: a bad request whose code is the vendor's word. */
  static final Refusal DEACTIVATED =
      new Refusal(
          "account_deactivated",
          "BadRequestError",
          "litellm.BadRequestError: OpenAIException - Your OpenAI account has been deactivated,"
              + " please check your email for more information.",
          true);

  static final Refusal REGION =
      new Refusal(
          "unsupported_country_region_territory",
          "PermissionDeniedError",
          "litellm.PermissionDeniedError: OpenAIException - Country, region, or territory not"
              + " supported",
          true);

  /** The gateway knows no such key. */
  static final Refusal UNKNOWN_KEY =
      new Refusal(
          "401",
          "ProxyException",
          "Authentication Error, Invalid proxy server token passed. Unable to find token in cache"
              + " or `LiteLLM_VerificationTokenTable`",
          false);

  private static Refusal anthropic(String code, String type, String vendorType, String text) {
    return new Refusal(
        code,
        type,
        "litellm."
            + type
            + ": AnthropicException - {\"type\":\"error\",\"error\":{\"type\":\""
            + vendorType
            + "\",\"message\":\""
            + text
            + "\"},\"request_id\":\"req_011CSCENARIO\"}",
        true);
  }

  long millis() {
    return MILLIS;
  }
}
