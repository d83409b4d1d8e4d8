package io.banwatch.vendor;

import static io.banwatch.vendor.Outcomes.anthropicBody;
import static io.banwatch.vendor.Outcomes.failure;
import static io.banwatch.vendor.Outcomes.rewrittenByLiteLlm;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row that is known of Anthropic, as the vendor writes it and as it reaches a log. */
class AnthropicAnswersTest {
  private final VendorProfile anthropic = VendorProfiles.builtIn().of("anthropic");

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          400 | invalid_request_error | This organization has been disabled. | DISABLED
          403 | permission_error | This organization has been disabled. | DISABLED
          403 | permission_error | Your account has been disabled after an automatic review of your recent activities. | DISABLED
          403 | permission_error | An internal investigation of suspicious signals associated with your account | DISABLED
          429 | rate_limit_error | This request would exceed your organization's maximum usage increase rate for input tokens per minute. | ACCELERATION
          429 | rate_limit_error | This request exceeds the acceleration limit of your organization (FAKE-1): ramp up gradually | ACCELERATION
          429 | rate_limit_error | This request would exceed the rate limit for your organization (FAKE-1) of 40,000 input tokens per minute. | RATE_LIMITED
          429 | rate_limit_error | This request would exceed your organization's rate limit of 400,000 input tokens per minute. | RATE_LIMITED
          429 | rate_limit_error | This request would exceed your account's rate limit. Please try again later. | RATE_LIMITED
          429 | rate_limit_error | Rate limited | RATE_LIMITED
          429 | rate_limit_error | Number of concurrent connections has exceeded your rate limit. | RATE_LIMITED
          429 | enforced_spend_limit_reached | You have reached your API usage limits. | QUOTA
          429 | rate_limit_error | You have reached your API usage limits. You will regain access on 2026-12-01 at 00:00 UTC. | QUOTA
          400 | invalid_request_error | You have reached your specified API usage limits. You will regain access on 2026-12-01. | QUOTA
          400 | invalid_request_error | You have reached your specified workspace API usage limits. | QUOTA
          402 | billing_error | There is an issue with your billing or payment information. | BILLING
          400 | invalid_request_error | Your credit balance is too low to access the Anthropic API. | BILLING
          403 | forbidden | Request not allowed | PERMISSION
          401 | authentication_error | OAuth authentication is currently not allowed for this organization. | PERMISSION
          403 | permission_error | OAuth authentication is currently not allowed for this organization. | PERMISSION
          403 | oauth_not_allowed_for_organization | - | PERMISSION
          400 | invalid_request_error | This credential is only authorized for use with Claude Code and cannot be used for other API requests. | CREDENTIAL_MISUSE
          400 | invalid_request_error | Third-party apps now draw from your extra usage, not your plan limits. | CREDENTIAL_MISUSE
          401 | authentication_error | OAuth token has been revoked. Please obtain a new token. | AUTH
          403 | permission_error | OAuth token has been revoked. Please obtain a new token. | AUTH
          401 | authentication_error | OAuth authentication is currently not supported. | INVALID_REQUEST
          401 | authentication_error | invalid x-api-key | AUTH
          400 | invalid_request_error | Output blocked by content filtering policy | REFUSAL
          529 | overloaded_error | Overloaded | OVERLOADED
          404 | not_found_error | model: claude-nope | INVALID_REQUEST
          409 | conflict_error | Conflict | INVALID_REQUEST
          413 | request_too_large | Request exceeds the maximum size | INVALID_REQUEST
          500 | api_error | Internal server error | SERVER_ERROR
          504 | timeout_error | Request timed out | TIMEOUT
          403 | permission_error | Model claude-opus-5 is not allowed for this organization. | PERMISSION
          403 | permission_error | Model 'claude-opus-5' is not allowed for this organization | PERMISSION
          403 | permission_error | OAuth token lacks required scopes | PERMISSION
          """)
  void isClassifiedHoweverItIsLogged(
      int status, String type, String message, AnswerClass expected) {
    String body = anthropicBody(type, message);
    String number = Integer.toString(status);
    Answer answer = Answer.of(expected, AnsweredBy.VENDOR);

    assertThat(anthropic.classify(failure(status, null, body))).isEqualTo(answer);
    assertThat(anthropic.classify(failure(status, type, message))).isEqualTo(answer);
    assertThat(anthropic.classify(failure(0, number, number + " " + body))).isEqualTo(answer);
    assertThat(anthropic.classify(rewrittenByLiteLlm("AnthropicException", body)))
        .isEqualTo(answer);
    assertThat(anthropic.classify(rewrittenByLiteLlm("AnthropicException", "b'" + body + "'")))
        .isEqualTo(answer);
    assertThat(
            anthropic.classify(
                failure(
                    0,
                    "400",
                    "BadRequestError litellm.BadRequestError: AnthropicException - "
                        + body
                        + ". Received Model Group=claude\nAvailable Model Group Fallbacks=None")))
        .isEqualTo(answer);
    assertThat(anthropic.classify(failure(0, "500", behindAnotherGateway(body)))).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | | AUTH
          403 | | PERMISSION
          403 | Permission denied | PERMISSION
          429 | | RATE_LIMITED
          404 | | INVALID_REQUEST
          409 | | INVALID_REQUEST
          413 | | INVALID_REQUEST
          500 | | SERVER_ERROR
          502 | upstream connect error | SERVER_ERROR
          503 | | OVERLOADED
          504 | | TIMEOUT
          529 | | OVERLOADED
          """)
  void aBareStatusIsNoBan(int status, String text, AnswerClass expected) {
    assertThat(anthropic.classify(failure(status, null, text)).answerClass()).isEqualTo(expected);
    assertThat(anthropic.classify(failure(0, Integer.toString(status), text)).answerClass())
        .isEqualTo(expected);
  }

  private static String behindAnotherGateway(String body) {
    String inner =
        ("litellm.APIConnectionError: AnthropicException - " + body)
            .replace("\\", "\\\\")
            .replace("\"", "\\\"");
    return "litellm.InternalServerError: OpenAIException - {\"error\": {\"message\": \""
        + inner
        + "\", \"type\": null, \"param\": null, \"code\": \"500\"}}";
  }
}
